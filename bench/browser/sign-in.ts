import type { BrowserContext, Page } from "playwright-core";
import type { Person } from "../parley/populate.ts";
import { installProbes, type Watched } from "./probes.ts";

/** Makes this browser profile a device of that person. */
export async function signIn(context: BrowserContext, url: string, { token }: Person): Promise<void> {
  const expires = Math.floor(Date.now() / 1_000) + 86_400;
  await context.addCookies([{ name: "parley_session", value: token, url, httpOnly: true, sameSite: "Lax", expires }]);
}

/** A tab that can be measured; what is to be watched is watched from the first moment of each of its pages. */
export async function openTab(context: BrowserContext, watch: Watched[] = []): Promise<Page> {
  const page = await context.newPage();
  await page.addInitScript(installProbes, watch);
  return page;
}

/** The row of a conversation in the list. */
export const inList = (conversationId: string, text = ""): Watched => ({ selector: rowOf(conversationId), text });
export const rowOf = (conversationId: string) => `[data-conversation="${conversationId}"]`;
/** A message in the open conversation. */
export const inTimeline = (text: string): Watched => ({ selector: `[role="log"] [data-message]`, text });
