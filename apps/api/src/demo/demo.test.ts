import { demoCast } from "@parley/db/seeds";
import { freshDb } from "@parley/db/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readConfig } from "../config.ts";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ config: { isDemo: true } });
});
afterAll(() => app.close());

test("the demo says that it is one, and who one can be", async () => {
  const config = await app.nobody.app.config.query();
  expect(config).toMatchObject({ isDemo: true, hasOwner: true });
  expect(config.demoUsers?.[0]).toEqual({ userId: demoCast.elin.id, username: "elin", displayName: "Elin Sørensen" });
  expect(config.demoUsers).toHaveLength(Object.keys(demoCast).length);
});

test("a visitor becomes Elin, and finds her conversations and faces", async () => {
  const visitor = openBrowser(app.url);
  await visitor.api.accounts.signInAsDemoUser.mutate({ userId: demoCast.elin.id });
  const { heads, people } = await visitor.api.sync.start.query({ cursor: null });
  expect(heads.length).toBeGreaterThan(8);
  expect(heads.some((it) => it.conversation.lastSeq > it.me.readSeq)).toBe(true);

  const jonas = people.find((it) => it.username === "jonas");
  const face = await fetch(`${app.url}/files/avatars/${jonas?.avatarId}`, { headers: { cookie: visitor.cookie() } });
  expect(face.headers.get("content-type")).toBe("image/webp");
  await face.arrayBuffer();
});

test("who signed up in the demo is nobody's to become", async () => {
  const guest = openBrowser(app.url);
  const { userId } = await guest.signUp("guest");
  await expect(app.nobody.accounts.signInAsDemoUser.mutate({ userId })).rejects.toMatchObject({
    data: { app: { code: "not_found" } },
  });
});

test("outside the demo nobody becomes anyone", async () => {
  const real = await startApp();
  const alice = await real.addUser("Alice");
  await expect(real.nobody.accounts.signInAsDemoUser.mutate({ userId: alice.id })).rejects.toMatchObject({
    data: { app: { code: "not_found" } },
  });
  expect(await real.nobody.app.config.query()).toMatchObject({ isDemo: false });
  expect(await real.nobody.app.config.query()).not.toHaveProperty("demoUsers");
  await real.close();
});

test("the demo starts neither in production nor among real people", async () => {
  expect(() => readConfig({ NODE_ENV: "production" }, ["--demo"])).toThrow("NODE_ENV");
  const db = await freshDb();
  const real = await startApp({ db });
  await real.addUser("Alice");
  await real.close();
  await expect(startApp({ db, config: { isDemo: true } })).rejects.toThrow("real people");
  await db.close();
});

test("the demo keeps its data in a folder of its own", () => {
  expect(readConfig({}, ["--demo"]).dataDir).toBe("./data/demo");
  expect(readConfig({}, ["--demo", "--data", "here"]).dataDir).toBe("here");
  expect(readConfig({}).dataDir).toBe("./data");
});
