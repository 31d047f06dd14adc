import { limits } from "@parley/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createAuthenticator } from "../testing/authenticator.ts";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";

type Browser = ReturnType<typeof openBrowser>;

let app: App;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

test("Alice adds a second passkey, names it, and signs in with it after the first is gone", async () => {
  const alice = await newcomer("alice");
  const phone = await addPasskey(alice, "Phone");
  const [first, second] = (await alice.api.accounts.me.query()).passkeys;
  expect(second?.name).toBe("Phone");

  await alice.api.accounts.renamePasskey.mutate({ passkeyId: second!.id, name: "Old phone" });
  await alice.api.accounts.removePasskey.mutate({ passkeyId: first!.id });
  expect((await alice.api.accounts.me.query()).passkeys).toMatchObject([{ name: "Old phone" }]);
  await expect(alice.signIn()).rejects.toMatchObject({ data: { app: { reason: "passkey_unknown" } } });
  await alice.signIn(phone);
});

test("a passkey is called after the authenticator that keeps it", async () => {
  const bob = await newcomer("bob");
  await addPasskey(bob, "", "d548826e-79b4-db40-a3d8-11116f7e8349");
  expect((await bob.api.accounts.me.query()).passkeys[1]?.name).toBe("Bitwarden");
});

test("the last passkey stays, also when two are removed at once", async () => {
  const carol = await newcomer("carol");
  await addPasskey(carol);
  const { passkeys } = await carol.api.accounts.me.query();
  const both = await Promise.allSettled(
    passkeys.map((it) => carol.api.accounts.removePasskey.mutate({ passkeyId: it.id })),
  );
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(both.find((it) => it.status === "rejected")?.reason.data.app).toMatchObject({
    code: "conflict",
    reason: "last_way_in",
  });
});

test("the device is told which passkeys it has already", async () => {
  const dana = await newcomer("dana");
  const { options } = await dana.api.accounts.startAddPasskey.mutate();
  expect(options.excludeCredentials?.map((it) => it.id)).toEqual(
    (await dana.api.accounts.me.query()).passkeys.map((it) => it.id),
  );
});

test("nobody touches another's passkey, nor takes their challenge", async () => {
  const [erin, mallory] = [await newcomer("erin"), await newcomer("mallory")];
  const passkeyId = (await erin.api.accounts.me.query()).passkeys[0]!.id;
  const notFound = { data: { app: { code: "not_found" } } };
  await expect(mallory.api.accounts.renamePasskey.mutate({ passkeyId, name: "Mine" })).rejects.toMatchObject(notFound);
  await expect(mallory.api.accounts.removePasskey.mutate({ passkeyId })).rejects.toMatchObject(notFound);

  const { challengeId, options } = await erin.api.accounts.startAddPasskey.mutate();
  const credential = createAuthenticator({ origin: app.url }).create(options);
  await expect(mallory.api.accounts.finishAddPasskey.mutate({ challengeId, credential })).rejects.toMatchObject({
    data: { app: { reason: "challenge_expired" } },
  });
});

test("one passkey does not open two accounts", async () => {
  const [finn, grace] = [await newcomer("finn"), await newcomer("grace")];
  const twin = createAuthenticator({ origin: app.url });
  const first = await finn.api.accounts.startAddPasskey.mutate();
  const made = twin.create(first.options);
  await finn.api.accounts.finishAddPasskey.mutate({ challengeId: first.challengeId, credential: made });

  // Attestation is not asked for, so only the id can be claimed again.
  const second = await grace.api.accounts.startAddPasskey.mutate();
  const claimed = twin.create(second.options, made.id);
  await expect(
    grace.api.accounts.finishAddPasskey.mutate({ challengeId: second.challengeId, credential: claimed }),
  ).rejects.toMatchObject({
    data: { app: { code: "conflict", reason: "passkey_failed" } },
  });
});

test("twenty passkeys are enough", async () => {
  const heidi = await newcomer("heidi");
  for (let i = 1; i < limits.passkeys; i++) await addPasskey(heidi);
  await expect(heidi.api.accounts.startAddPasskey.mutate()).rejects.toMatchObject({
    data: { app: { reason: "too_many_passkeys" } },
  });
});

async function newcomer(name: string) {
  const browser = openBrowser(app.url);
  await browser.signUp(name);
  return browser;
}

async function addPasskey({ api }: Browser, name = "", aaguid?: string) {
  const authenticator = createAuthenticator({ origin: app.url, aaguid });
  const { challengeId, options } = await api.accounts.startAddPasskey.mutate();
  await api.accounts.finishAddPasskey.mutate({ challengeId, credential: authenticator.create(options), name });
  return authenticator;
}
