import { mkdtemp, readdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openBrowser } from "../testing/browser.ts";
import { type App, startApp } from "../testing/index.ts";
import { startMailbox } from "../testing/mailbox.ts";

type Browser = ReturnType<typeof openBrowser>;

let app: App;
let mailbox: Awaited<ReturnType<typeof startMailbox>>;
let alice: Browser;
let address: string;
let aheadMs = 0;
let names = 0;

const wrong = { data: { app: { code: "not_allowed", reason: "code_wrong" } } };

beforeAll(async () => {
  mailbox = await startMailbox();
  app = await startApp({ config: { smtpUrl: mailbox.url }, now: () => new Date(Date.now() + aheadMs) });
});
afterAll(async () => {
  await app.close();
  await mailbox.close();
});
beforeEach(async () => {
  aheadMs = 0;
  const name = `alice.${"abcdefghijklmnop"[names++]}`;
  address = `${name}@example.test`;
  alice = openBrowser(app.url);
  await alice.signUp(name);
});

test("Alice confirms her address and signs in by it on another device", async () => {
  await confirm(alice, address);
  expect((await alice.api.accounts.me.query()).email).toBe(address);

  const laptop = openBrowser(app.url);
  const code = await askFor(laptop, address);
  await laptop.api.accounts.finishEmailSignIn.mutate({
    email: address.toUpperCase(),
    code: `${code.slice(0, 3)} ${code.slice(3)}`,
  });
  expect((await laptop.api.accounts.me.query()).person.username).toBe(address.split("@")[0]);
});

test("Alice is written to in the language of her screen, and in English where Parley does not speak hers", async () => {
  await confirm(alice, address);
  const firstLine = async (accepted: string) => {
    const before = mailbox.mails.length;
    await openBrowser(app.url, { "accept-language": accepted }).api.accounts.startEmailSignIn.mutate({
      email: address,
    });
    await mailbox.codeFor(address, before);
    return mailbox.mails.at(-1)?.text;
  };
  expect(await firstLine("vi-VN,vi;q=0.9,en;q=0.8")).toContain("=C4=90=C4=83ng nh=E1=BA=ADp");
  expect(await firstLine("fi,sv;q=0.9")).toContain("Sign in to Parley");
});

test("an address is nobody's until its code came back", async () => {
  await alice.api.accounts.setEmail.mutate({ email: address });
  expect((await alice.api.accounts.me.query()).email).toBeNull();
  await expect(
    alice.api.accounts.verifyEmail.mutate({ code: notThe(await mailbox.codeFor(address)) }),
  ).rejects.toMatchObject(wrong);
});

test("asking for a code tells nobody whether the address has an account", async () => {
  await confirm(alice, address);
  const before = mailbox.mails.length;
  const answers = await Promise.all(
    [address, "nobody@example.test"].map((email) => app.nobody.accounts.startEmailSignIn.mutate({ email })),
  );
  expect(answers).toEqual([{}, {}]);
  await mailbox.codeFor(address, before);
  expect(mailbox.mails.slice(before).map((it) => it.to)).toEqual([[address]]);

  const refusals = await Promise.all(
    [address, "nobody@example.test"].map((email) =>
      app.nobody.accounts.finishEmailSignIn.mutate({ email, code: "000000" }).then(
        () => null,
        (error) => error.data.app,
      ),
    ),
  );
  expect(refusals[0]).toEqual(refusals[1]);
});

test("a code works once, also when two devices enter it at once", async () => {
  await confirm(alice, address);
  const code = await askFor(alice, address);
  const enter = () => openBrowser(app.url).api.accounts.finishEmailSignIn.mutate({ email: address, code });
  const both = await Promise.allSettled([enter(), enter()]);
  expect(both.map((it) => it.status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("after ten minutes a code is too old", async () => {
  await confirm(alice, address);
  const code = await askFor(alice, address);
  aheadMs = 10 * 60_000;
  await expect(app.nobody.accounts.finishEmailSignIn.mutate({ email: address, code })).rejects.toMatchObject(wrong);

  aheadMs = 0;
  await alice.api.accounts.setEmail.mutate({ email: `new.${address}` });
  const other = await mailbox.codeFor(`new.${address}`);
  aheadMs = 10 * 60_000;
  await expect(alice.api.accounts.verifyEmail.mutate({ code: other })).rejects.toMatchObject({
    data: { app: { code: "gone", reason: "code_expired" } },
  });
});

test("five wrong guesses are all there are, and asking again gives no more", async () => {
  await confirm(alice, address);
  const code = await askFor(alice, address);
  const guess = (it: string) => app.nobody.accounts.finishEmailSignIn.mutate({ email: address, code: it });
  for (let i = 0; i < 4; i++) await expect(guess(notThe(code))).rejects.toMatchObject(wrong);
  const second = await askFor(alice, address);
  await expect(guess(notThe(second))).rejects.toMatchObject(wrong);
  await expect(guess(second)).rejects.toMatchObject(wrong);

  aheadMs = 10 * 60_000;
  await guess(await askFor(alice, address));
});

test("an address another account has confirmed is refused only to who can read its mail", async () => {
  await confirm(alice, address);
  const bob = openBrowser(app.url);
  await bob.signUp(`bob.${names}x`);
  const before = mailbox.mails.length;
  expect(await bob.api.accounts.setEmail.mutate({ email: address })).toEqual({});
  const code = await mailbox.codeFor(address, before);
  await expect(bob.api.accounts.verifyEmail.mutate({ code })).rejects.toMatchObject({
    data: { app: { code: "conflict", reason: "email_taken" } },
  });
});

test("the last way in stays: the address goes while a passkey is there, and the passkey while the address is", async () => {
  await confirm(alice, address);
  const [passkey] = (await alice.api.accounts.me.query()).passkeys;
  await alice.api.accounts.removePasskey.mutate({ passkeyId: passkey?.id ?? "" });
  await expect(alice.api.accounts.removeEmail.mutate()).rejects.toMatchObject({
    data: { app: { code: "conflict", reason: "last_way_in" } },
  });

  await addPasskey(alice);
  await alice.api.accounts.removeEmail.mutate();
  const [other] = (await alice.api.accounts.me.query()).passkeys;
  await expect(alice.api.accounts.removePasskey.mutate({ passkeyId: other?.id ?? "" })).rejects.toMatchObject({
    data: { app: { reason: "last_way_in" } },
  });
  expect((await alice.api.accounts.me.query()).passkeys).toHaveLength(1);
});

test("without a mail server the mail is a file in the data folder", async () => {
  const dataDir = await mkdtemp(join(tmpdir(), "parley-"));
  const offline = await startApp({ config: { dataDir } });
  const bob = openBrowser(offline.url);
  await bob.signUp("bob");
  await bob.api.accounts.setEmail.mutate({ email: "bob@example.test" });
  await offline.close();

  const [file] = await readdir(join(dataDir, "outbox"));
  expect(file).toMatch(/\.eml$/);
  const mail = await readFile(join(dataDir, "outbox", file ?? ""), "utf8");
  expect(mail).toContain("To: bob@example.test");
  expect(mail).toMatch(/\n {4}\d{3} \d{3}/);
});

async function confirm(browser: Browser, email: string) {
  await browser.api.accounts.setEmail.mutate({ email });
  await browser.api.accounts.verifyEmail.mutate({ code: await mailbox.codeFor(email) });
}

async function askFor(browser: Browser, email: string) {
  const before = mailbox.mails.length;
  await browser.api.accounts.startEmailSignIn.mutate({ email });
  return mailbox.codeFor(email, before);
}

async function addPasskey({ api, authenticator }: Browser) {
  const { challengeId, options } = await api.accounts.startAddPasskey.mutate();
  await api.accounts.finishAddPasskey.mutate({ challengeId, credential: authenticator.create(options) });
}

const notThe = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");
