import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { refuseFromNowOn } from "./support/authenticator.ts";
import { codeFromMail } from "./support/mail.ts";
import { signIn, signOut, signUp, waitForChats } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story(
  "Alice signs up with a passkey, keeps ten recovery codes and is still there after a reload",
  async ({ newcomer }) => {
    const alice = await newcomer("Alice");
    expect(new Set(await signUp(alice)).size).toBe(10);

    await alice.page.reload();
    await waitForChats(alice.page);
    expect(await accessibilityProblems(alice.page)).toEqual([]);
  },
);

story("Alice signs in on her phone without typing her name", async ({ cast }) => {
  const alice = await cast("Alice");
  const onPhone = await alice.withAnotherDevice({ viewport: { width: 390, height: 844 } });

  await signIn(onPhone);
  await onPhone.context.close();
});

story("Alice dismisses the question of her browser, is told so, and can try again", async ({ newcomer }) => {
  const alice = await newcomer("Alice");
  await refuseFromNowOn(alice.authenticator);

  await alice.page.goto("/");
  await alice.page.getByRole("button", { name: "Continue with a passkey" }).click();
  await alice.page.getByText("Nothing has happened; try again.").waitFor();
});

story(
  "Alice signs out, nothing of hers stays on the device, and she comes back without typing a name",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    await signOut(alice);

    const copies = await alice.page.evaluate(async () => (await indexedDB.databases()).map((it) => it.name ?? ""));
    expect(copies.filter((it) => it.includes(":"))).toEqual([]);
    await alice.page.reload();
    await alice.page.getByRole("button", { name: "Continue with a passkey" }).waitFor();

    await signIn(alice);
    await alice.page.goto("/settings/profile");
    await alice.page.getByText(`@${alice.username}`).first().waitFor();
  },
);

story("Alice has lost her passkey and comes in with a recovery code, which works once", async ({ newcomer }) => {
  const alice = await newcomer("Alice", wide);
  const codes = await signUp(alice);
  const borrowed = await newcomer("Alice", { ...phone, username: alice.username });
  const recover = async (code: string) => {
    await borrowed.page.goto("/");
    await borrowed.page.getByRole("link", { name: "Use a recovery code" }).click();
    await borrowed.page.getByRole("textbox", { name: "Username" }).fill(alice.username);
    await borrowed.page.getByRole("textbox", { name: "Recovery code" }).fill(code);
    await borrowed.page.getByRole("button", { name: "Sign in" }).click();
  };

  await recover(codes[3] ?? "");
  await waitForChats(borrowed.page);
  await signOut(borrowed);
  await recover(codes[3] ?? "");
  await borrowed.page.getByRole("alert").getByText("That code isn’t right. Check it and try again.").waitFor();
});

story("Alice confirms her address and signs in elsewhere with a code from an e-mail", async ({ parley, newcomer }) => {
  const alice = await newcomer("Alice", phone);
  const address = `${alice.username}@example.org`;
  await signUp(alice);
  await alice.page.goto("/settings/account");
  await alice.page.getByRole("button", { name: "Add…" }).click();
  const asked = alice.page.getByRole("dialog", { name: "Your e-mail address" });
  await asked.getByRole("textbox", { name: "E-mail" }).fill(address);
  await asked.getByRole("button", { name: "Send me a code" }).click();
  const confirmed = alice.page.getByRole("dialog", { name: "Code from the e-mail" });
  await confirmed
    .getByRole("textbox", { name: "Code from the e-mail" })
    .fill(await codeFromMail(parley, address, /confirms/));
  await confirmed.getByRole("button", { name: "Confirm" }).click();
  await alice.page.getByText("Your address is confirmed.").waitFor();

  const elsewhere = await newcomer("Alice", { ...wide, username: alice.username });
  await elsewhere.page.goto("/");
  await elsewhere.page.getByRole("textbox", { name: "E-mail" }).fill(address);
  await elsewhere.page.getByRole("button", { name: "Send me a code" }).click();
  await elsewhere.page
    .getByRole("textbox", { name: "Code from the e-mail" })
    .fill(await codeFromMail(parley, address, /is your Parley code/));
  await elsewhere.page.getByRole("button", { name: "Sign in" }).click();
  await waitForChats(elsewhere.page);
});
