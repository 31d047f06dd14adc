import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createAuthenticator } from "../testing/authenticator.ts";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

let app: App;
beforeAll(async () => {
  app = await startApp();
});
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
  expect(await carol.api.accounts.me.query()).toMatchObject({
    person: { id: userId, username: "carol", displayName: "Carol 🌻", isDeleted: false },
    email: null,
    recoveryCodesLeft: 10,
    passkeys: [{ name: "Chrome on Linux", isBackedUp: true, lastUsedAt: null }],
    sessions: [{ device: "Chrome on Linux", place: "This computer", isThis: true }],
  });
});

test("neither the token nor a code is stored as it is", async () => {
  const dana = openBrowser(app.url);
  const { userId, recoveryCodes } = await dana.signUp("dana");
  const session = await app.db
    .selectFrom("sessions")
    .selectAll()
    .where("user_id", "=", userId)
    .executeTakeFirstOrThrow();
  const codes = await app.db.selectFrom("recovery_codes").selectAll().where("user_id", "=", userId).execute();

  const token = dana.cookie().split("=")[1] ?? "";
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  expect(Buffer.from(session.token_hash).toString("latin1")).not.toContain(token);
  const secrets = recoveryCodes.map((code) => code.slice(5));
  for (const { code_hash } of codes) expect(secrets.some((secret) => code_hash.includes(secret))).toBe(false);
});

test("two who want one name at once: one has it, the other hears that it is taken", async () => {
  const both = await Promise.allSettled([openBrowser(app.url).signUp("erin"), openBrowser(app.url).signUp("erin")]);
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  const refusal = both.find((it) => it.status === "rejected");
  expect(refusal?.reason.data.app).toMatchObject({ code: "conflict", reason: "username_taken" });
});

describe("a name that cannot be had is refused before a passkey is made", () => {
  test.each([
    ["alice", "username_taken"],
    ["ALICE", "username_taken"],
    ["a1ice", "username_confusable"],
    ["Álice", "username_confusable"],
    ["аlice", "username_invalid"],
    ["admin", "username_taken"],
    ["al ice", "username_invalid"],
  ])("%s", async (username, reason) => {
    await expect(app.nobody.accounts.startSignUp.mutate({ username, displayName: "A" })).rejects.toMatchObject({
      data: { app: { reason } },
    });
    expect(await app.nobody.accounts.checkUsername.query({ username })).toEqual({ isFree: false, reason });
  });

  test("and a free one is said to be free", async () => {
    expect(await app.nobody.accounts.checkUsername.query({ username: "zoë.müller" })).toEqual({ isFree: true });
  });
});

describe("a passkey is refused", () => {
  test("when its challenge was answered before", async () => {
    const { challengeId, options } = await app.nobody.accounts.startSignUp.mutate({
      username: "grace",
      displayName: "Grace",
    });
    const credential = createAuthenticator({ origin: app.url }).create(options);
    await app.nobody.accounts.finishSignUp.mutate({ challengeId, credential });
    await expect(app.nobody.accounts.finishSignUp.mutate({ challengeId, credential })).rejects.toMatchObject({
      data: { app: { code: "gone", reason: "challenge_expired" } },
    });
  });

  test("when another site asked for it", async () => {
    const { challengeId, options } = await app.nobody.accounts.startSignUp.mutate({
      username: "heidi",
      displayName: "Heidi",
    });
    const credential = createAuthenticator({ origin: "https://evil.example" }).create(options);
    await expect(app.nobody.accounts.finishSignUp.mutate({ challengeId, credential })).rejects.toMatchObject({
      data: { app: { reason: "passkey_failed" } },
    });
  });

  test("when it answers another challenge", async () => {
    const one = await app.nobody.accounts.startSignUp.mutate({ username: "ivan", displayName: "Ivan" });
    const other = await app.nobody.accounts.startSignUp.mutate({ username: "ivan", displayName: "Ivan" });
    const credential = createAuthenticator({ origin: app.url }).create(other.options);
    await expect(
      app.nobody.accounts.finishSignUp.mutate({ challengeId: one.challengeId, credential }),
    ).rejects.toMatchObject({
      data: { app: { reason: "passkey_failed" } },
    });
  });

  test("when it is junk", async () => {
    const { challengeId, options } = await app.nobody.accounts.startSignUp.mutate({
      username: "judy",
      displayName: "Judy",
    });
    const credential = createAuthenticator({ origin: app.url }).create(options);
    const junk = {
      ...credential,
      response: { clientDataJSON: "e30", attestationObject: "AAAA", transports: ["internal"] },
    };
    await expect(app.nobody.accounts.finishSignUp.mutate({ challengeId, credential: junk })).rejects.toMatchObject({
      data: { app: { reason: "passkey_failed" } },
    });
  });

  test.each([["a word"], [{ length: 1 }], [[7, null, "\u0000", "internal"]]])(
    "but not for the odd things said about how it is reached: %j",
    async (transports) => {
      const username = `odd${JSON.stringify(transports).length}`;
      const { challengeId, options } = await app.nobody.accounts.startSignUp.mutate({
        username,
        displayName: "Odd \ud800",
      });
      const credential = createAuthenticator({ origin: app.url }).create(options);
      const odd = { ...credential, response: { ...credential.response, transports } };
      await app.nobody.accounts.finishSignUp.mutate({ challengeId, credential: odd });
    },
  );

  test.each(["\u0000", "a b", "ü", ""])("when its id is %j", async (id) => {
    const { challengeId, options } = await app.nobody.accounts.startSignIn.mutate();
    const authenticator = createAuthenticator({ origin: app.url });
    authenticator.create({ challenge: options.challenge, rp: { id: "localhost" }, user: { id: "AAAA" } });
    await expect(
      app.nobody.accounts.finishSignIn.mutate({ challengeId, credential: { ...authenticator.sign(options), id } }),
    ).rejects.toMatchObject({ data: { app: { code: "bad_input" } } });
  });
});
