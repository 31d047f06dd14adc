import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { createAuthenticator } from "../testing/authenticator.ts";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

let app: App;
let alice: ReturnType<typeof openBrowser>;
let aheadMs = 0;
let names = 0;

beforeAll(async () => {
  app = await startApp({ now: () => new Date(Date.now() + aheadMs) });
});
afterAll(() => app.close());
beforeEach(async () => {
  aheadMs = 0;
  alice = openBrowser(app.url);
  await alice.signUp(`alice${"abcdefghijklmnop"[names++]}`);
});

test("Alice signs out, and in again without typing a name", async () => {
  const { person } = await alice.api.accounts.me.query();
  await alice.api.accounts.signOut.mutate();
  await expect(alice.api.accounts.me.query()).rejects.toMatchObject({ data: { app: { code: "not_signed_in" } } });

  expect(await alice.signIn()).toEqual({ userId: person.id });
  const account = await alice.api.accounts.me.query();
  expect(account.passkeys[0]?.lastUsedAt).not.toBeNull();
  expect(account.sessions).toHaveLength(1);
});

test("signing in again on the same browser leaves one session of it", async () => {
  await alice.signIn();
  expect((await alice.api.accounts.me.query()).sessions).toHaveLength(1);
});

test("a copied passkey is noticed: the counters part, and the one behind is refused", async () => {
  const copy = alice.authenticator.copy();
  await alice.signIn();
  await alice.signIn();
  await expect(openBrowser(app.url).signIn(copy)).rejects.toMatchObject({
    data: { app: { code: "not_allowed", reason: "passkey_failed" } },
  });
  await alice.signIn();
});

test("of two signatures with the same count at once, one is believed", async () => {
  const copy = alice.authenticator.copy();
  const both = await Promise.allSettled([
    openBrowser(app.url).signIn(alice.authenticator),
    openBrowser(app.url).signIn(copy),
  ]);
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("an authenticator that never counts is believed", async () => {
  const bob = openBrowser(app.url);
  const synced = createAuthenticator({ origin: app.url, counts: false });
  const { challengeId, options } = await bob.api.accounts.startSignUp.mutate({
    username: `bob${"abcdefghijklmnop"[names]}`,
    displayName: "Bob",
  });
  await bob.api.accounts.finishSignUp.mutate({ challengeId, credential: synced.create(options) });
  await bob.signIn(synced);
  await bob.signIn(synced);
});

test("a challenge answers once", async () => {
  const { challengeId, options } = await alice.api.accounts.startSignIn.mutate();
  const credential = alice.authenticator.sign(options);
  await alice.api.accounts.finishSignIn.mutate({ challengeId, credential });
  await expect(alice.api.accounts.finishSignIn.mutate({ challengeId, credential })).rejects.toMatchObject({
    data: { app: { code: "gone", reason: "challenge_expired" } },
  });
});

test("a challenge ends after five minutes", async () => {
  const { challengeId, options } = await alice.api.accounts.startSignIn.mutate();
  aheadMs = 5 * 60_000;
  await expect(
    alice.api.accounts.finishSignIn.mutate({ challengeId, credential: alice.authenticator.sign(options) }),
  ).rejects.toMatchObject({
    data: { app: { reason: "challenge_expired" } },
  });
});

test("a challenge for signing up does not sign in", async () => {
  const { challengeId, options } = await alice.api.accounts.startSignUp.mutate({
    username: "mallory",
    displayName: "Mallory",
  });
  await expect(
    alice.api.accounts.finishSignIn.mutate({
      challengeId,
      credential: alice.authenticator.sign({ challenge: options.challenge, rpId: "localhost" }),
    }),
  ).rejects.toMatchObject({ data: { app: { reason: "challenge_expired" } } });
});

test("a passkey nobody has here is unknown", async () => {
  const stranger = createAuthenticator({ origin: app.url });
  stranger.create((await app.nobody.accounts.startSignUp.mutate({ username: "stranger", displayName: "S" })).options);
  await expect(openBrowser(app.url).signIn(stranger)).rejects.toMatchObject({
    data: { app: { code: "not_found", reason: "passkey_unknown" } },
  });
});

test("another's signature is refused", async () => {
  const { challengeId, options } = await alice.api.accounts.startSignIn.mutate();
  const mallory = openBrowser(app.url);
  await mallory.signUp(`mallory${"abcdefghijklmnop"[names]}`);
  const forged = { ...alice.authenticator.sign(options), response: mallory.authenticator.sign(options).response };
  await expect(mallory.api.accounts.finishSignIn.mutate({ challengeId, credential: forged })).rejects.toMatchObject({
    data: { app: { reason: "passkey_failed" } },
  });
});

test("the suspended are told so", async () => {
  const { person } = await alice.api.accounts.me.query();
  await app.db.updateTable("users").set({ suspended_at: new Date() }).where("id", "=", person.id).execute();
  await expect(alice.signIn()).rejects.toMatchObject({ data: { app: { code: "not_allowed", reason: "suspended" } } });
});

test("a session lasts thirty days from its last use, and no longer", async () => {
  aheadMs = 29 * 86_400_000;
  await alice.api.accounts.me.query();
  aheadMs = 58 * 86_400_000;
  await alice.api.accounts.me.query();
  aheadMs = 89 * 86_400_000;
  await expect(alice.api.accounts.me.query()).rejects.toMatchObject({ data: { app: { code: "not_signed_in" } } });
});

test("the sixth sign-in within a minute from one address waits, and is told how long", async () => {
  const limited = await startApp({ hasLimits: true });
  const junk = {
    challengeId: "018f0000-0000-7000-8000-000000000001",
    credential: alice.authenticator.sign({ challenge: "x" }),
  };
  const attempt = () =>
    fetch(`${limited.url}/trpc/accounts.finishSignIn`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: limited.url },
      body: JSON.stringify(junk),
    });
  const statuses = [];
  for (let i = 0; i < 5; i++) statuses.push((await attempt()).status);
  const sixth = await attempt();
  expect([...statuses, sixth.status]).toEqual([410, 410, 410, 410, 410, 429]);
  expect(Number(sixth.headers.get("retry-after"))).toBeGreaterThanOrEqual(10);
  expect(await sixth.json()).toMatchObject({ error: { data: { app: { code: "rate_limited", reason: "too_fast" } } } });
  await limited.close();
});
