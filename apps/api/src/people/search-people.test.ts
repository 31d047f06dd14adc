import { canFillTables, fillTables, freshDb, scannedWhole } from "@parley/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";
import { peopleFoundBy } from "./queries.ts";

type Someone = Awaited<ReturnType<App["addUser"]>>;

let app: App;
let alice: Someone;
let bob: Someone;
let carol: Someone;

beforeAll(async () => {
  app = await startApp();
  alice = await app.addUser("Alice");
  bob = await app.addUser("Bob");
  carol = await app.addUser("Carol");
  await rename(bob, "Bjørn Łukasz Nguyễn");
  await rename(carol, "佐藤 美咲");
  await app.db.updateTable("users").set({ email: "carol@example.test" }).where("id", "=", carol.id).execute();
});
afterAll(() => app.close());

test.each([
  ["bo", "bob"],
  ["@BOB", "bob"],
  ["bjorn", "bob"],
  ["nguyen bjø", "bob"],
  ["Lukasz", "bob"],
  ["佐藤", "carol"],
  ["Carol@Example.test", "carol"],
])("Alice finds by %s", async (query, username) => {
  expect((await search(alice, query)).map((it) => it.username)).toEqual([username]);
});

test.each(["carol@example", "ob", "%", "_", "c_rol", "'", "\\", "!&|", "alice", "zoë"])(
  "Alice finds nobody by %s",
  async (query) => {
    expect(await search(alice, query)).toEqual([]);
  },
);

test("an answer never tells an e-mail address", async () => {
  expect(JSON.stringify(await search(alice, "carol@example.test"))).not.toContain("@");
});

test("someone who blocks Dana is not there for her, nor she for them", async () => {
  const dana = await app.addUser("Dana");
  await app.db
    .insertInto("user_rows")
    .values({ user_id: bob.id, kind: "block", key: dana.id, value: JSON.stringify({ at: 1 }), rev: 1 })
    .execute();
  expect(await search(dana, "bob")).toEqual([]);
  expect(await search(bob, "dana")).toEqual([]);

  await app.db.updateTable("user_rows").set({ value: null }).where("user_id", "=", bob.id).execute();
  expect(await search(dana, "bob")).toHaveLength(1);
});

test("the deleted and the suspended are not found", async () => {
  const [erin, finn] = [await app.addUser("Erin"), await app.addUser("Finn")];
  await app.db.updateTable("users").set({ deleted_at: new Date() }).where("id", "=", erin.id).execute();
  await app.db.updateTable("users").set({ suspended_at: new Date() }).where("id", "=", finn.id).execute();
  expect(await search(alice, "erin")).toEqual([]);
  expect(await search(alice, "finn")).toEqual([]);
});

const search = (user: Someone, query: string) => app.as(user).people.search.query({ query });
const rename = (user: Someone, name: string) =>
  app.db.updateTable("users").set({ display_name: name }).where("id", "=", user.id).execute();

test.runIf(canFillTables)("among thousands of people, none is looked at who is not meant", async () => {
  const many = await freshDb();
  const { userId } = await fillTables(many.db);
  expect(await scannedWhole(many.db, peopleFoundBy(many.db, userId, "user42"))).toEqual([]);
  await many.close();
});
