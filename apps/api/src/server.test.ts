import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "./testing/index.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test("anyone learns what this Parley is before signing in", async () => {
  expect(await app.nobody.app.config.query()).toMatchObject({ isDemo: false, hasOwner: false, roomsPath: "/parties" });
});

test("the health page says that the database is there", async () => {
  const answer = await fetch(`${app.url}/health`);

  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ status: "ok", database: true });
});
