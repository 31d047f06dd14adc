import { directConversationId, inputs, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask, procedures } from "./ask.ts";
import { type App, startApp } from "./index.ts";

const { alice, bob } = cast;
const rounds = 25;
const conversationId = await directConversationId(alice.id, bob.id);
// Ending the session or the account would only test what an ended one is told.
const ending = new Set(["accounts.signOut", "accounts.deleteAccount", "accounts.revokeOtherSessions"]);

let app: App;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  await app.as(alice).messages.send.mutate({ conversationId, messageId: newId(), text: "Ramen?", to: bob.id });
  cookie = await app.sessionCookieOf(alice);
});
afterAll(() => app.close());

const fields = Object.keys(
  Object.assign({}, ...Object.values(inputs).map((it) => ("entries" in it ? it.entries : {}))),
) as string[];
const piece = fc.oneof(
  fc.constantFrom(
    conversationId,
    alice.id,
    bob.id,
    "'; drop table users; --",
    "\u0000",
    "\ud800",
    "a\u202eb",
    "__proto__",
    "",
    "👩‍👩‍👧".repeat(40),
  ),
  fc.constantFrom(-1, 0, 1.5, 2 ** 31, 2 ** 53, 1e308, true, false, null),
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.array(fc.constantFrom({ from: 0, to: 2 ** 40 }, { from: 5, to: 1 }, conversationId, {}), { maxLength: 3 }),
  fc.jsonValue({ maxDepth: 2 }),
);
const anything = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fc.constantFrom(...fields), piece, { maxKeys: 6 }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);

test.each(procedures.filter((it) => !ending.has(it.name)))(
  "$name answers whatever it is sent with what it is, and never with a 500",
  async (procedure) => {
    await fc.assert(
      fc.asyncProperty(anything, async (input) => {
        const { status, refusal } = await ask(app.url, procedure, input, cookie);
        expect(status).toBeLessThan(500);
        if (refusal !== undefined) expect(refusal?.sentence).toMatch(/\S/);
      }),
      { numRuns: rounds },
    );
  },
);

test("a draft or a scheduled message answers whatever files it is given with what it is, and never with a 500", async () => {
  const setOwn = procedures.find((it) => it.name === "sync.setOwn")!;
  const known = ["fileId", "name", "kind", "mime", "size", "width", "thumbHash", "alt", "as", "waveform"];
  const file = fc.dictionary(
    fc.constantFrom(...known),
    fc.oneof(piece, fc.constantFrom("image/png", "image", newId())),
  );
  const files = fc.oneof(fc.array(file, { maxLength: 60 }), piece);
  const row = fc.record({ kind: fc.constantFrom("draft", "scheduled"), attachments: files });
  await fc.assert(
    fc.asyncProperty(row, async ({ kind, attachments }) => {
      const sendAt = "2030-01-01T00:00:00.000Z";
      const value = { text: "", attachments, ...(kind === "scheduled" && { conversationId, sendAt }) };
      const { status } = await ask(app.url, setOwn, { kind, key: conversationId, value }, cookie);
      expect(status).toBeLessThan(500);
    }),
    { numRuns: rounds * 4 },
  );
});

test("unknown fields are refused in a sentence that names them", async () => {
  const send = procedures.find((it) => it.name === "messages.send")!;
  const { refusal } = await ask(
    app.url,
    send,
    { conversationId, messageId: newId(), text: "Hi", isAdmin: true },
    cookie,
  );
  expect(refusal).toMatchObject({ code: "bad_input", sentence: expect.stringContaining("isAdmin") });
});

test("after all of that, the conversation is as it was", async () => {
  const { messages } = await app.as(bob).messages.before.query({ conversationId, seq: 9 });
  expect(messages.map((it) => it.text)).toEqual(["Ramen?"]);
});
