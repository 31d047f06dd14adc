import { freshDb } from "@parley/db/testing";
import { newId, rateLimits, userScope } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { expect, onTestFinished, test } from "vitest";
import { createSharedRateLimiter } from "./rate-limits.ts";
import { say, startGroup } from "./testing/group.ts";
import { startApp } from "./testing/index.ts";

const { alice, bob } = cast;
const secret = "x".repeat(32);

test("[F42] who writes too fast is told how long to wait, while others go on", async () => {
  let time = Date.now();
  const app = await startApp({ hasLimits: true, now: () => new Date(time) });
  onTestFinished(() => app.close());
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  const conversationId = await startGroup(app, alice, [bob]);
  for (let n = 0; n < rateLimits.messages.burst; n++) await say(app, alice, conversationId, `Number ${n}`);

  await expect(say(app, alice, conversationId, "Too fast")).rejects.toMatchObject({
    data: { httpStatus: 429, app: { code: "rate_limited", retryAfter: 1 } },
  });
  const answer = await fetch(`${app.url}/trpc/messages.send`, {
    method: "POST",
    headers: { cookie: await app.sessionCookieOf(alice), origin: app.url, "content-type": "application/json" },
    body: JSON.stringify({ conversationId, messageId: newId(), text: "Too fast" }),
  });
  expect(answer.headers.get("retry-after")).toBe("1");
  await say(app, bob, conversationId, "I go on");

  time += 1_000;
  await say(app, alice, conversationId, "Now again");
});

test("[F38] tickets are limited per user, so that a thousand devices at once are spread", async () => {
  const time = Date.now();
  const app = await startApp({
    hasLimits: true,
    rooms: { url: "http://127.0.0.1:9", secret },
    now: () => new Date(time),
  });
  onTestFinished(() => app.close());
  for (const { displayName, id } of [alice, bob]) await app.addUser(displayName, id);
  const ask = (user: typeof alice | typeof bob) => app.as(user).realtime.ticket.query({ scope: userScope(user.id) });

  const asked = await Promise.allSettled(Array.from({ length: 150 }, () => ask(alice)));

  expect(asked.filter((it) => it.status === "fulfilled")).toHaveLength(rateLimits.others.burst);
  expect(await ask(bob)).toMatchObject({ ticket: expect.any(String) });
});

test("limits shared through the database let the burst through, and no more, however many processes ask", async () => {
  const database = await freshDb();
  onTestFinished(() => database.close());
  const processes = [createSharedRateLimiter(database.db), createSharedRateLimiter(database.db)];

  const taken = await Promise.allSettled(
    Array.from({ length: 12 }, (_, n) => processes[n % 2]!.take("signIn", "203.0.113.9")),
  );

  expect(taken.filter((it) => it.status === "fulfilled")).toHaveLength(rateLimits.signIn.burst);
  await expect(processes[0]!.take("signIn", "203.0.113.9")).rejects.toMatchObject({
    code: "rate_limited",
    retryAfter: expect.any(Number),
  });
  await processes[0]!.take("signIn", "203.0.113.10");
});
