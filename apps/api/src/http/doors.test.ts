import { connect } from "node:net";
import { newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";

const { alice } = cast;
let app: App;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  await app.addUser("Alice", alice.id);
  cookie = await app.sessionCookieOf(alice);
});
afterAll(() => app.close());

const setTheme = (headers: Record<string, string>) =>
  fetch(`${app.url}/trpc/sync.setOwn`, {
    method: "POST",
    headers: { cookie, "content-type": "application/json", ...headers },
    body: JSON.stringify({ kind: "preference", key: "theme", value: "dark" }),
  });

test("a 6 MB body is cut off at the door, announced or not", async () => {
  const announced = await fetch(`${app.url}/trpc/messages.send`, {
    method: "POST",
    headers: { cookie, origin: app.url },
    body: "x".repeat(6_000_000),
  }).catch(() => null);
  expect(announced?.status ?? 413).toBe(413);

  const { answer, taken } = await pour(6_000_000);
  expect(answer).toContain("413");
  expect(answer).toContain("too_large");
  expect(taken).toBeLessThan(6_000_000);
});

test("another site's page cannot act for its visitor", async () => {
  expect((await setTheme({ origin: app.url })).status).toBe(200);
  expect((await setTheme({ origin: "https://evil.example" })).status).toBe(403);
  expect((await setTheme({ origin: "null" })).status).toBe(403);
});

test("a mutation is never done by a link", async () => {
  const answer = await fetch(`${app.url}/trpc/accounts.signOut?input=${encodeURIComponent("{}")}`, {
    headers: { cookie },
  });
  expect(answer.status).toBe(404);
  expect((await setTheme({ origin: app.url })).status).toBe(200);
});

test("every answer forbids framing and sniffing, and names its request", async () => {
  const { headers } = await fetch(`${app.url}/trpc/app.config`);
  expect(headers.get("x-frame-options")).toBe("DENY");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
});

test("numbers are for this machine: not for who comes through a proxy", async () => {
  await app.as(alice).sync.start.query({ cursor: null });

  const here = await fetch(`${app.url}/metrics`);
  expect(await here.text()).toContain('parley_request_seconds_count{procedure="sync.start",outcome="ok"}');
  const there = await fetch(`${app.url}/metrics`, { headers: { "x-forwarded-for": "203.0.113.9" } });
  expect(there.status).toBe(404);
});

test("of the rooms, only conversations' and users' can be reached from outside", async () => {
  for (const path of ["/parties/main/publish", "/parties/conversation/x", `/parties/gateway/${newId()}`, "/health"])
    expect(await upgrade(path)).toContain("404");
  expect(await upgrade(`/parties/user/${alice.id}`)).toContain("503");
});

test("a procedure that is not there, and a body that is not JSON, are refused in a sentence", async () => {
  const missing = await fetch(`${app.url}/trpc/messages.sendAll`, {
    method: "POST",
    headers: { cookie, origin: app.url },
  });
  expect(missing.status).toBe(404);
  expect(await missing.json()).toMatchObject({ error: { data: { app: { code: "not_found" } } } });

  const broken = await fetch(`${app.url}/trpc/messages.send`, {
    method: "POST",
    headers: { cookie, origin: app.url, "content-type": "application/json" },
    body: "{",
  });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ error: { data: { app: { code: "bad_input" } } } });
});

/** Sends a body without saying how long it is, until the server has had enough. */
function pour(total: number): Promise<{ answer: string; taken: number }> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
    const chunk = `10000\r\n${"x".repeat(65_536)}\r\n`;
    let answer = "";
    let taken = 0;
    const isOver = () => answer !== "" || taken >= total || socket.destroyed;
    const more = () => {
      while (!isOver()) {
        taken += 65_536;
        if (!socket.write(chunk)) return void socket.once("drain", more);
      }
    };
    socket.write(
      `POST /trpc/messages.send HTTP/1.1\r\nhost: localhost\r\ncookie: ${cookie}\r\ntransfer-encoding: chunked\r\n\r\n`,
    );
    more();
    socket.on("data", (data) => (answer += data));
    socket.on("error", () => {});
    socket.on("close", () => resolve({ answer, taken }));
  });
}

function upgrade(path: string): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(Number(new URL(app.url).port), "127.0.0.1");
    socket.write(
      `GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: Upgrade\r\nupgrade: websocket\r\nsec-websocket-key: x3JJHMbDL1EzLkh9GBhXDw==\r\nsec-websocket-version: 13\r\n\r\n`,
    );
    let answer = "";
    socket.on("data", (data) => (answer += data));
    socket.on("error", () => {});
    socket.on("close", () => resolve(answer));
  });
}
