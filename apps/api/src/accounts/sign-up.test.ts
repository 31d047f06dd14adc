import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

let app: App;
beforeAll(async () => void (app = await startApp()));
afterAll(() => app.close());

test("of two who are first at once, one owns the installation", async () => {
  const [alice, bob] = [openBrowser(app.url), openBrowser(app.url)];
  await Promise.all([alice.signUp("alice", "Alice"), bob.signUp("bob", "Bob")]);

  const roles = [(await alice.api.accounts.me.query()).role, (await bob.api.accounts.me.query()).role];
  expect(roles.sort()).toEqual(["owner", "user"]);
});

test("Carol signs up with a passkey and finds herself signed in, with ten codes", async () => {
  const carol = openBrowser(app.url);
  const { userId, recoveryCodes } = await carol.signUp("Carol", "Carol 🌻");

  expect(new Set(recoveryCodes).size).toBe(10);
  const account = await carol.api.accounts.me.query();
  expect(account).toMatchObject({
    person: { id: userId, username: "carol", displayName: "Carol 🌻", isDeleted: false },
    email: null,
    recoveryCodesLeft: 10,
    passkeys: [{ name: "Chrome on Linux", isBackedUp: true, lastUsedAt: null }],
    sessions: [{ device: "Chrome on Linux", place: "This computer", isThis: true }],
  });
});
