import { expect } from "vitest";
import { composer, message, openChat, send, shownOf } from "./support/conversing.ts";
import { eventually } from "./support/eventually.ts";
import { chooseForMember, createGroup, createInviteLink, memberInDetails, openDetails } from "./support/grouping.ts";
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
    await message(alice.page, "Saturday at six").getByRole("img", { name: "Sent" }).waitFor();
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
