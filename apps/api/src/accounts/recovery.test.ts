import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

let app: App;
let username: string;
let codes: string[];
let alice: ReturnType<typeof openBrowser>;
let names = 0;

const wrong = { data: { app: { code: "not_allowed", reason: "code_wrong" } } };

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  alice = openBrowser(app.url);
  username = `alice.${"abcdefghijklmnop"[names++]}`;
  codes = (await alice.signUp(username)).recoveryCodes;
});

test("Alice, who lost her devices, comes back with a code and makes a passkey", async () => {
  const laptop = openBrowser(app.url);
  await laptop.api.accounts.signInWithRecoveryCode.mutate({
    username: username.toUpperCase(),
    code: (codes[3] ?? "").toLowerCase(),
  });
  expect((await laptop.api.accounts.me.query()).recoveryCodesLeft).toBe(9);

  const { challengeId, options } = await laptop.api.accounts.startAddPasskey.mutate();
  await laptop.api.accounts.finishAddPasskey.mutate({
    challengeId,
    credential: laptop.authenticator.create(options),
    name: "Laptop",
  });
  await laptop.api.accounts.signOut.mutate();
  await laptop.signIn();
});

test("a code works once, also when it is sent twice at once", async () => {
  const use = () => openBrowser(app.url).api.accounts.signInWithRecoveryCode.mutate({ username, code: codes[0] ?? "" });
  const both = await Promise.allSettled([use(), use()]);
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  await expect(use()).rejects.toMatchObject(wrong);
});

test("a wrong code, another's code and an unknown name are told the same", async () => {
  const bob = await openBrowser(app.url).signUp(`bob.${username}`);
  const start = (codes[0] ?? "").slice(0, 4);
  const answers = await Promise.all(
    [
      { username, code: bob.recoveryCodes[0] ?? "" },
      { username, code: `${start}-ZZZZ-ZZZZ` },
      { username, code: "        -" },
      { username: "nobody.here", code: codes[0] ?? "" },
    ].map((it) =>
      app.nobody.accounts.signInWithRecoveryCode.mutate(it).then(
        () => null,
        (error) => error.data.app,
      ),
    ),
  );
  expect(answers[0]).toMatchObject(wrong.data.app);
  expect(answers.slice(0, 2)).toEqual([answers[3], answers[3]]);
});

test("renewed codes work, and those before them no more", async () => {
  const { recoveryCodes } = await alice.api.accounts.renewRecoveryCodes.mutate();
  expect(recoveryCodes).toHaveLength(10);
  await expect(
    app.nobody.accounts.signInWithRecoveryCode.mutate({ username, code: codes[0] ?? "" }),
  ).rejects.toMatchObject(wrong);
  await app.nobody.accounts.signInWithRecoveryCode.mutate({ username, code: recoveryCodes[0] ?? "" });
});

test("guessing at one account is slowed, whichever address it comes from", async () => {
  const limited = await startApp({ hasLimits: true, config: { trustsProxy: true } });
  const guess = (i: number) =>
    fetch(`${limited.url}/trpc/accounts.signInWithRecoveryCode`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: limited.url, "x-forwarded-for": `203.0.113.${i}` },
      body: JSON.stringify({ username: "alice", code: "ABCD-EFGH-JKMN" }),
    });
  const statuses = [];
  for (let i = 0; i < 6; i++) statuses.push((await guess(i)).status);
  expect(statuses).toEqual([403, 403, 403, 403, 403, 429]);
  await limited.close();
});
