import type { Locator, Page } from "playwright-core";
import { composer } from "./conversing.ts";
import type { Person } from "./person.ts";

/** Makes a group and opens it. */
export async function createGroup({ page }: Person, title: string, members: Person[]): Promise<void> {
  await page.goto("/new?group=1");
  await page.getByRole("textbox", { name: "Group name" }).fill(title);
  for (const it of members) {
    await page.getByRole("searchbox", { name: "Search people" }).fill(it.username);
    await page.getByRole("checkbox", { name: `@${it.username}` }).click();
  }
  await page.getByRole("button", { name: "Create group" }).click();
  await composer(page).waitFor();
}

/** Opens the side of the open conversation where its people are. */
export async function openDetails(page: Page): Promise<Locator> {
  await page.getByRole("heading", { level: 1 }).getByRole("link", { name: "open details" }).click();
  const details = page.getByRole("region", { name: "Details" });
  await details.waitFor();
  return details;
}

/** Opens how the open group is set up. */
export async function openGroupSettings(page: Page): Promise<Locator> {
  const details = await openDetails(page);
  await details.getByRole("link", { name: "Group settings" }).click();
  const settings = page.getByRole("region", { name: "Group settings" });
  await settings.waitFor();
  return settings;
}

/** Chooses from what one may do about a member; the details are open. */
export async function chooseForMember(page: Page, member: Person, item: string): Promise<void> {
  await page.getByRole("button", { name: `Actions for ${member.name}` }).click();
  await page.getByRole("menuitem", { name: item }).click();
}

export function memberInDetails(page: Page, member: Person): Locator {
  return page.getByRole("region", { name: "People" }).getByRole("listitem").filter({ hasText: member.name });
}

/** Makes an invite link; the details are open. Answers with its address. */
export async function createInviteLink(details: Locator): Promise<string> {
  await details.getByRole("button", { name: "Create a link" }).click();
  return `http://${await details
    .getByRole("listitem")
    .getByText(/\/join\//)
    .textContent()}`;
}
