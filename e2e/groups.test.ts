import { expect } from "vitest";
import { composer, message, openChat, send, shownOf, waitUntilSent } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import {
  chooseForMember,
  createGroup,
  createInviteLink,
  memberInDetails,
  openDetails,
  openGroupSettings,
} from "./support/grouping.ts";
import { screenshot } from "./support/screenshot.ts";
import { phone, wide } from "./support/sizes.ts";
import { watchRooms } from "./support/sockets.ts";
import { story } from "./support/story.ts";

story("Alice makes a group, gives Bob a role, adds Carol, and all three talk", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  const carol = await cast("Carol", phone);
  await createGroup(alice, "Lunch", [bob]);
  await send(alice.page, "Where do we eat?");
  await openChat(bob.page, "Lunch");
  await message(bob.page, "Where do we eat?").waitFor();

  await openDetails(alice.page);
  await chooseForMember(alice.page, bob, "Make moderator");
  await memberInDetails(alice.page, bob).getByText("Moderator").waitFor();
  await bob.page.getByRole("log").getByText("now a moderator").waitFor();

  await alice.page.getByRole("button", { name: "Add people" }).click();
  const adding = alice.page.getByRole("dialog", { name: "Add people to Lunch" });
  await adding.getByRole("searchbox", { name: "Search people" }).fill(carol.username);
  await adding.getByRole("checkbox", { name: `@${carol.username}` }).click();
  await adding.getByRole("button", { name: "Add", exact: true }).click();

  await openChat(carol.page, "Lunch");
  await message(carol.page, "Where do we eat?").waitFor();
  await send(carol.page, "The market hall");
  await message(bob.page, "The market hall").waitFor();
  await message(alice.page, "The market hall").waitFor();
});

story(
  "[F15] Bob is removed while he writes: his socket closes, his composer goes, he keeps what he had",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const bob = await cast("Bob", phone);
    const roomsOfBob = watchRooms(bob.page);
    const inConversations = () => roomsOfBob().filter((it) => it.startsWith("/parties/conversation/")).length;
    await createGroup(alice, "Surprise party", [bob]);
    await send(alice.page, "The cake is ordered");
    await openChat(bob.page, "Surprise party");
    await message(bob.page, "The cake is ordered").waitFor();
    await eventually(inConversations).toBe(1);
    await composer(bob.page).pressSequentially("For whom is", { delay: 5 });

    await openDetails(alice.page);
    await chooseForMember(alice.page, bob, "Remove from group…");
    await alice.page.getByRole("dialog", { name: "Remove Bob?" }).getByRole("button", { name: "Remove" }).click();

    await bob.page.getByText("You are no longer in this group. What you received stays here to read.").waitFor();
    await composer(bob.page).waitFor({ state: "detached" });
    await eventually(inConversations).toBe(0);

    await alice.page.getByRole("link", { name: "Close details" }).click();
    await send(alice.page, "Now that Bob is gone: Saturday at six");
    await waitUntilSent(alice.page, ["Saturday at six"]);
    await bob.page.reload();
    await message(bob.page, "The cake is ordered").waitFor();
    expect(await shownOf(bob.page, ["The cake is ordered", "Saturday at six"])).toEqual(["The cake is ordered"]);
    expect(inConversations()).toBe(0);
  },
);

story("Carol comes in by Alice's invite link, until Alice ends the link", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const carol = await cast("Carol", phone);
  const dana = await cast("Dana", phone);
  await createGroup(alice, "Book club", []);
  await send(alice.page, "Chapter four by Friday");
  await alice.context.grantPermissions(["clipboard-read", "clipboard-write"]);

  const details = await openDetails(alice.page);
  const link = await createInviteLink(details);

  await carol.page.goto(link);
  await carol.page.getByRole("heading", { name: "Book club" }).waitFor();
  await carol.page.getByRole("button", { name: "Join group" }).click();
  await message(carol.page, "Chapter four by Friday").waitFor();
  await send(carol.page, "I am at chapter six");
  await message(alice.page, "I am at chapter six").waitFor();

  await details.getByRole("button", { name: "End this link" }).click();
  await details.getByText("No links yet.").waitFor();
  await dana.page.goto(link);
  await dana.page.getByRole("heading", { name: "This invitation can’t be opened" }).waitFor();
});

story("Alice says who may write, slows the others down, and Bob is told at once", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const bob = await cast("Bob", phone);
  await createGroup(alice, "Lunch", [bob]);
  await send(alice.page, "Where do we eat?");
  await openChat(bob.page, "Lunch");
  await message(bob.page, "Where do we eat?").waitFor();

  const settings = await openGroupSettings(alice.page);
  await settings.getByLabel("Write messages").selectOption({ label: "Admins and the owner" });
  await bob.page.getByText("Only admins can write here.").waitFor();
  await bob.page.getByRole("log").getByText("changed who may write: Admins and the owner").waitFor();
  await settings.getByLabel("Write messages").selectOption({ label: "Everyone" });
  await settings.getByLabel("Pause between messages").selectOption({ label: "10 seconds" });
  await bob.page.getByRole("log").getByText("turned on slow mode: 10 seconds between messages").waitFor();

  await send(bob.page, "The market hall");
  await message(alice.page, "The market hall").waitFor();
  await composer(bob.page).fill("At noon");
  await composer(bob.page).press("Enter");
  await bob.page.getByRole("timer").waitFor();
  await screenshot(alice.page, "group settings wide");
  await screenshot(bob.page, "slow mode phone");
  expect(await composer(bob.page).inputValue()).toBe("At noon");
  await bob.page.getByRole("timer").waitFor({ state: "detached" });
  await composer(bob.page).press("Enter");
  await message(alice.page, "At noon").waitFor();
});

story("Carol asks to join, Alice lets her in; Dana is banned and stays out", async ({ cast }) => {
  const alice = await cast("Alice", wide);
  const carol = await cast("Carol", phone);
  const dana = await cast("Dana", phone);
  await createGroup(alice, "Book club", [dana]);
  await send(alice.page, "Chapter four by Friday");
  const settings = await openGroupSettings(alice.page);
  await settings.getByLabel("With a link, people").selectOption({ label: "Ask to join" });
  await alice.page.getByRole("link", { name: "Back to details" }).click();
  await alice.context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const details = alice.page.getByRole("region", { name: "Details" });
  const link = await createInviteLink(details);
  await details.getByRole("button", { name: "Show as QR code" }).click();
  await alice.page.getByRole("img", { name: `QR code for ${link}` }).waitFor();
  await screenshot(alice.page, "invite as qr wide");
  await alice.page.getByRole("button", { name: "Close", exact: true }).click();

  await carol.page.goto(link);
  await carol.page.getByRole("textbox", { name: "Note" }).fill("Dana told me about you");
  await screenshot(carol.page, "asking to join phone");
  await carol.page.getByRole("button", { name: "Ask to join" }).click();
  await carol.page.getByText("You asked to join.").waitFor();
  await alice.page.getByRole("link", { name: "1 person asks to join" }).waitFor();
  await details.getByText("Dana told me about you").waitFor();
  await screenshot(alice.page, "join requests wide");
  await details.getByRole("button", { name: "Let Carol in" }).click();
  await message(carol.page, "Chapter four by Friday").waitFor();

  await chooseForMember(alice.page, dana, "Ban…");
  const question = alice.page.getByRole("dialog", { name: "Ban Dana?" });
  await question.getByRole("textbox", { name: "Reason" }).fill("Spoils the ending");
  await screenshot(alice.page, "banning wide");
  await question.getByRole("button", { name: "Ban", exact: true }).click();
  await message(carol.page, "Chapter four by Friday").waitFor();
  await carol.page.getByRole("log").getByText("banned").waitFor();
  await dana.page.goto(link);
  await dana.page.getByRole("button", { name: "Ask to join" }).click();
  await dana.page.getByText("a ban keeps them out").waitFor();
});

story(
  "Carol reads something else while Alice declines her request, and is told; she may ask again",
  async ({ cast }) => {
    const alice = await cast("Alice", wide);
    const carol = await cast("Carol", phone);
    const dana = await cast("Dana");
    await createGroup(alice, "Book club", [dana]);
    const settings = await openGroupSettings(alice.page);
    await settings.getByLabel("With a link, people").selectOption({ label: "Ask to join" });
    await alice.page.getByRole("link", { name: "Back to details" }).click();
    const details = alice.page.getByRole("region", { name: "Details" });
    await alice.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const link = await createInviteLink(details);
    await carol.page.goto(link);
    await carol.page.getByRole("button", { name: "Ask to join" }).click();
    await carol.page.getByText("You asked to join.").waitFor();
    await carol.page.goto("/settings/profile");
    await carol.page.getByRole("textbox", { name: "Name", exact: true }).waitFor();

    await alice.page.getByRole("link", { name: "1 person asks to join" }).waitFor();
    await details.getByRole("button", { name: "Decline Carol" }).click();
    await carol.page.getByText("Your request to join Book club was declined").waitFor();
    await screenshot(carol.page, "request declined phone");
    await alice.page.getByRole("link", { name: "1 person asks to join" }).waitFor({ state: "detached" });
    await carol.page.goto(link);
    await carol.page.getByText("Your request was declined. You can ask again.").waitFor();
  },
);
