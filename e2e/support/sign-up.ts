import { openBrowser } from "@parley/api/testing";
import type { Page } from "playwright-core";
import { fromAnAddressOfItsOwn, type Person } from "./person.ts";

/** Somewhere to look around on the way. */
type Pauses = { codes?(): Promise<void>; profile?(): Promise<void> };

/** Makes an account the way a newcomer does: names, passkey, recovery codes kept, on to the chats. Answers with the codes. */
export async function signUp({ page, name, username }: Person, pauses: Pauses = {}): Promise<string[]> {
  await page.goto("/");
  await page.getByRole("link", { name: "Create an account" }).click();
  await page.getByRole("textbox", { name: "Name", exact: true }).fill(name);
  await page.getByRole("textbox", { name: "Username" }).fill(username);
  await page.getByRole("button", { name: "Create a passkey" }).click();

  await page.getByRole("heading", { name: "Keep these recovery codes" }).waitFor();
  const codes = await page.getByRole("listitem").allInnerTexts();
  await pauses.codes?.();
  await page.getByRole("checkbox", { name: "I have kept them in a safe place" }).check();
  await page.getByRole("button", { name: "Go on" }).click();
  await pauses.profile?.();
  await page.getByRole("button", { name: "Start chatting" }).click();
  await waitForChats(page);
  return codes.map((it) => it.trim());
}

/**
 * An account, its passkey and a session on this device, and the chats on the screen. The account is made at the API's
 * door, which takes a fraction of the time that the pages of signing up do: stories that are not about those use this.
 */
export async function haveAccount(person: Person): Promise<void> {
  const { url, name, username, context, authenticator, page } = person;
  const browser = openBrowser(url, fromAnAddressOfItsOwn());
  await browser.signUp(username, name);
  const [cookie = "", token = ""] = browser.cookie().split("=");
  await context.addCookies([{ url, name: cookie, value: token, httpOnly: true, sameSite: "Lax" }]);
  const credential = browser.authenticator.passkey(new URL(url).hostname);
  await authenticator.session.send("WebAuthn.addCredential", { authenticatorId: authenticator.id, credential });
  await page.goto("/");
  await waitForChats(page);
}

/** Signs in without typing a name: the passkey knows whose it is. */
export async function signIn({ page }: Person): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Continue with a passkey" }).click();
  await waitForChats(page);
}

/** Signs out by the settings, which takes everything from the device. */
export async function signOut({ page }: Person): Promise<void> {
  await page.goto("/settings");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page
    .getByRole("dialog", { name: "Sign out of this device?" })
    .getByRole("button", { name: "Sign out" })
    .click();
  await page.getByRole("button", { name: "Continue with a passkey" }).waitFor();
}

/** The list of chats stands on the screen. */
export async function waitForChats(page: Page): Promise<void> {
  await page.getByRole("heading", { name: "Chats" }).waitFor();
}
