import { expect } from "vitest";
import { chooseFromMenu, composer, message, openChat, send, waitForTick, writeTo } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { rowOf } from "./support/organising.ts";
import { signIn } from "./support/sign-up.ts";
import { phone, wide } from "./support/sizes.ts";
import { story } from "./support/story.ts";

story(
  "Alice begins on her phone and goes on at her laptop, and nothing is taken from under her cursor",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob");
    await writeTo(bob, alice);
    await send(bob.page, "Ramen at noon?");
    await waitForTick(bob.page, "Ramen at noon?", "Sent");
    const mobile = await alice.withAnotherDevice(phone);
    await signIn(mobile);
    await alice.page.goto("/");

    await openChat(mobile.page, "Bob");
    await composer(mobile.page).fill("I would like");
    await rowOf(alice.page, "Bob").getByText("Draft:").waitFor();
    await rowOf(alice.page, "Bob").getByText("I would like").waitFor();
    await openChat(alice.page, "Bob");
    await eventually(() => composer(alice.page).inputValue()).toBe("I would like");

    // Before anything was typed here, what comes from the other device is taken over, also the second time.
    await composer(mobile.page).fill("I would like that");
    await eventually(() => composer(alice.page).inputValue()).toBe("I would like that");

    await composer(alice.page).press("End");
    await composer(alice.page).pressSequentially(" very much");
    await composer(mobile.page).blur();
    await eventually(() => composer(mobile.page).inputValue()).toBe("I would like that very much");
    await composer(mobile.page).fill("No, thanks");
    await alice.page.waitForTimeout(3_000);
    expect(await composer(alice.page).inputValue()).toBe("I would like that very much");
    await composer(alice.page).blur();
    await eventually(() => composer(alice.page).inputValue()).toBe("No, thanks");

    await composer(alice.page).press("Enter");
    await message(bob.page, "No, thanks").waitFor();
    await composer(mobile.page).blur();
    await eventually(() => composer(mobile.page).inputValue()).toBe("");
  },
);

story("Alice's answer and her edit survive a reload, with what she was writing before", async ({ cast }) => {
  const alice = await cast("Alice");
  const bob = await cast("Bob");
  await writeTo(alice, bob);
  await send(alice.page, "Ramen at noon?");
  await openChat(bob.page, "Alice");
  await send(bob.page, "Why not udon?");
  await message(alice.page, "Why not udon?").waitFor();

  await chooseFromMenu(alice.page, "Why not udon?", "Reply");
  await alice.page.getByText("Reply to Bob").waitFor();
  await composer(alice.page).fill("Too thick");
  await alice.page.getByText("Saved on this device").waitFor();
  await alice.page.reload();
  await alice.page.getByText("Reply to Bob").waitFor();
  await eventually(() => composer(alice.page).inputValue()).toBe("Too thick");

  await chooseFromMenu(alice.page, "Ramen at noon?", "Edit");
  await composer(alice.page).fill("Ramen at one?");
  await alice.page.getByText("Saved on this device").waitFor();
  await alice.page.reload();
  await alice.page.getByRole("button", { name: "Save the edit" }).waitFor();
  await eventually(() => composer(alice.page).inputValue()).toBe("Ramen at one?");
  await composer(alice.page).press("Enter");
  await message(bob.page, "Ramen at one?").waitFor();

  await eventually(() => composer(alice.page).inputValue()).toBe("Too thick");
  await alice.page.getByText("Reply to Bob").waitFor();
  await composer(alice.page).press("Enter");
  await message(bob.page, "Too thick").getByRole("button", { name: "Why not udon?" }).waitFor();
  await eventually(() => alice.page.getByText("Reply to Bob").count()).toBe(0);
});
