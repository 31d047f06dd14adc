import { directConversationId, type FolderId, limits, newId, organisingKey } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { type App, startApp } from "../testing/index.ts";

const { alice, bob } = cast;
const lunch = await directConversationId(alice.id, bob.id);
let app: App;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
});
afterAll(() => app.close());

const folder = { name: "Work", place: 1, rules: ["groups" as const], chosen: [lunch] };
const organise = (key: string, value: unknown) => app.as(alice).sync.setOwn.mutate({ kind: "organising", key, value });
const setFolder = (key: string, value: unknown) => app.as(bob).sync.setOwn.mutate({ kind: "folder", key, value });

test("[S11] how Alice keeps a conversation in order reaches her other devices, each thing by itself", async () => {
  const { cursor } = await app.as(alice).sync.start.query({ cursor: null });
  const until = "2026-11-21T10:41:00.000Z";
  await organise(organisingKey(lunch, "mute"), until);
  await organise(organisingKey(lunch, "pin"), -1.5);
  await organise(organisingKey(lunch, "archive"), 7);
  await organise(organisingKey(lunch, "unread"), 7);
  await organise(organisingKey(lunch, "level"), "mentions");
  await organise(organisingKey(lunch, "pin"), null);

  const { user } = await app.as(alice).sync.start.query({ cursor });
  expect(Object.fromEntries((user.rows.own ?? []).map(({ key, value }) => [key, value]))).toEqual({
    [`${lunch}:mute`]: until,
    [`${lunch}:pin`]: null,
    [`${lunch}:archive`]: 7,
    [`${lunch}:unread`]: 7,
    [`${lunch}:level`]: "mentions",
  });
  expect((await app.as(bob).sync.start.query({ cursor: null })).user.rows.own ?? []).toEqual([]);
});

test.each([
  ["lunch", 1],
  [`${lunch}`, 1],
  [`${lunch}:colour`, "red"],
  [`${lunch}:pin:pin`, 1],
  [`${lunch}:mute`, "tomorrow"],
  [`${lunch}:mute`, true],
  [`${lunch}:level`, "some"],
  [`${lunch}:pin`, "first"],
  [`${lunch}:archive`, -1],
  [`${lunch}:unread`, 1.5],
])("%s cannot be %s", async (key, value) => {
  await expectRefusal(organise(key, value), "bad_input");
});

test("a folder has a name, known rules and a bounded choice", async () => {
  const id = newId<FolderId>();
  await setFolder(id, { ...folder, name: "  Work \n and play " });
  const { user } = await app.as(bob).sync.start.query({ cursor: null });
  expect(user.rows.own).toMatchObject([{ kind: "folder", key: id, value: { ...folder, name: "Work and play" } }]);

  for (const wrong of [
    { ...folder, name: " " },
    { ...folder, rules: ["friends"] },
    { ...folder, chosen: ["lunch"] },
    { ...folder, chosen: Array.from({ length: limits.folderChosen + 1 }, () => lunch) },
    { ...folder, colour: "red" },
  ])
    await expectRefusal(setFolder(id, wrong), "bad_input");
  await expectRefusal(setFolder("work", folder), "bad_input");
});

test("there is room for so many folders, and again for one once another is gone", async () => {
  const ids = Array.from({ length: limits.folders - 1 }, () => newId<FolderId>());
  for (const id of ids) await setFolder(id, folder);

  await expectRefusal(setFolder(newId(), folder), "conflict", "too_large");
  await setFolder(ids[0]!, { ...folder, name: "Home" });
  await setFolder(ids[0]!, null);
  await setFolder(newId(), folder);
  await expectRefusal(setFolder(ids[0]!, folder), "conflict", "too_large");
});

test("[S11] which voice notes Alice has heard reaches her other devices, and is nobody else's to know", async () => {
  const { cursor } = await app.as(alice).sync.start.query({ cursor: null });
  const heard = [newId(), newId()];
  await app.as(alice).sync.setOwn.mutate({ kind: "played", key: lunch, value: heard });

  const { user } = await app.as(alice).sync.start.query({ cursor });
  expect(user.rows.own).toEqual([expect.objectContaining({ kind: "played", key: lunch, value: heard })]);
  expect((await app.as(bob).sync.start.query({ cursor: null })).user.rows.own ?? []).not.toContainEqual(
    expect.objectContaining({ kind: "played" }),
  );
  const tooMany = Array.from({ length: limits.playedMarks + 1 }, () => newId());
  await expectRefusal(app.as(alice).sync.setOwn.mutate({ kind: "played", key: lunch, value: tooMany }), "bad_input");
  await expectRefusal(app.as(alice).sync.setOwn.mutate({ kind: "played", key: "lunch", value: heard }), "bad_input");
});
