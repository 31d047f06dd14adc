import { expect } from "vitest";
import { accessibilityProblems } from "./support/accessibility.ts";
import { refuseFromNowOn } from "./support/authenticator.ts";
import { signIn, signUp, waitForChats } from "./support/sign-up.ts";
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
