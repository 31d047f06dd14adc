// @vitest-environment node
import { type App, startApp } from "@parley/api/testing";
import { type ConversationId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApi, createCall } from "./client.ts";

const { alice } = cast;
let app: App;
const asked: string[] = [];
let signedIn: typeof fetch;
beforeAll(async () => {
  app = await startApp();
  await app.addUser(alice.displayName, alice.id);
  const cookie = await app.sessionCookieOf(alice);
  signedIn = (url, init) => {
    asked.push(`${init?.method ?? "GET"} ${new URL(String(url)).pathname}`);
    return fetch(url, { ...init, headers: { ...init?.headers, cookie, origin: app.url } });
  };
});
afterAll(() => app.close());

test("calls of one moment travel together, and each has its own answer or refusal", async () => {
  const api = createApi(createCall(app.url, signedIn));
  const conversationId = newId<ConversationId>();
  asked.length = 0;

  const [me, found, nothing, marked] = await Promise.allSettled([
    api.accounts.me.query(),
    api.people.search.query({ query: "Alice" }),
    api.messages.before.query({ conversationId, seq: 3 }),
    api.sync.mark.mutate({ marks: [{ conversationId, readSeq: 1 }] }),
  ]);

  expect(asked.toSorted()).toEqual(["GET /trpc/accounts.me,people.search,messages.before", "POST /trpc/sync.mark"]);
  expect(me).toMatchObject({ value: { person: { displayName: "Alice" } } });
  expect(found).toMatchObject({ status: "fulfilled" });
  expect(nothing.status === "rejected" && nothing.reason).toHaveProperty("code", "not_found");
  expect(marked).toMatchObject({ value: {} });
});

test("more than fits into one request goes in several", async () => {
  const api = createApi(createCall(app.url, signedIn));
  asked.length = 0;

  const answers = await Promise.all(
    Array.from({ length: 45 }, (_, n) => api.people.search.query({ query: `Nobody ${n} ${"x".repeat(60)}` })),
  );

  expect(answers.flat()).toEqual([]);
  expect(asked.length).toBeGreaterThan(2);
  expect(asked.length).toBeLessThan(10);
});

test("a server that is not there, and one that answers nonsense, cannot be reached", async () => {
  const unreachable = { code: "unavailable" };
  const away = createApi(createCall("http://127.0.0.1:1", fetch));
  await expect(away.app.config.query()).rejects.toMatchObject(unreachable);
  const nonsense = createApi(
    createCall(app.url, async () => new Response("<html>Bad gateway</html>", { status: 502 })),
  );
  await expect(nonsense.app.config.query()).rejects.toMatchObject(unreachable);
});

test("who is not signed in is told so", async () => {
  const api = createApi(createCall(app.url, fetch));
  await expect(api.accounts.me.query()).rejects.toMatchObject({ code: "not_signed_in" });
});
