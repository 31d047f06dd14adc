import {
  type ConversationId,
  type MessageId,
  type MessageRow,
  newId,
  type PollContent,
  type Publication,
  type UserId,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSharedTurns } from "../conversations/in-shared-turn.ts";
import { createTurns } from "../conversations/turns.ts";
import { closePolls } from "../jobs/close-polls.ts";
import { expectRefusal } from "../testing/errors.ts";
import { startGroup } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { voteInPoll } from "./vote-in-poll.ts";

type User = { id: UserId };
const { alice, bob, carol, dana } = cast;
const others = Array.from({ length: 5 }, () => ({ id: newId<UserId>() }));
let app: App;
let lunch: ConversationId;
beforeAll(async () => {
  app = await startApp({ jobs: undefined });
  for (const { displayName, id } of [alice, bob, carol, dana]) await app.addUser(displayName, id);
  for (const [i, { id }] of others.entries()) await app.addUser(`Guest ${i}`, id);
  lunch = await startGroup(app, alice, [bob, dana, ...others]);
});
afterAll(() => app.close());

const noodles = { text: "Which?", options: ["Ramen", "Udon", "Soba"] };
type Question = typeof noodles & { isMultiple?: true; right?: number[]; explanation?: string };
async function ask(questions: Question[] = [noodles], more: { isAnonymous?: true; closesAt?: string } = {}) {
  const messageId = newId<MessageId>();
  const content = { kind: "poll" as const, questions, ...more };
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, content });
  return messageId;
}
const vote = (user: User, messageId: MessageId, ...choices: number[][]) =>
  app.as(user).messages.vote.mutate({ conversationId: lunch, messageId, choices });
async function seen(messageId: MessageId, user: User = bob): Promise<MessageRow & { content: PollContent }> {
  const { messages } = await app.as(user).messages.after.query({ conversationId: lunch, seq: 0, limit: 200 });
  return messages.find((it) => it.id === messageId) as MessageRow & { content: PollContent };
}
const own = async (user: User) => {
  const { user: mine } = await app.as(user).sync.start.query({ cursor: null });
  return Object.fromEntries((mine.rows.own ?? []).filter((it) => it.kind === "vote").map((it) => [it.key, it.value]));
};

test("[V1] votes are counted, changed and taken back, and each counts once", async () => {
  const poll = await ask();
  expect((await seen(poll)).content).toEqual({ kind: "poll", questions: [noodles] });

  const first = await vote(bob, poll, [1]);
  const again = await vote(bob, poll, [1]);
  expect(again).toEqual(first);
  await vote(dana, poll, [1]);
  await vote(bob, poll, [0]);
  expect((await seen(poll)).content.tally).toEqual({ voterCount: 2, countedCount: 2, counts: [[1, 1, 0]] });
  expect((await seen(poll)).rev).toBeGreaterThan(first.rev);

  await vote(bob, poll);
  expect((await seen(poll)).content.tally).toEqual({ voterCount: 1, countedCount: 1, counts: [[0, 1, 0]] });
  expect(await own(dana)).toMatchObject({ [poll]: { choices: [[1]] } });
  expect(await own(bob)).toMatchObject({ [poll]: null });
});

test("a survey is answered as a whole, with one answer where one may be given", async () => {
  const survey = await ask([noodles, { text: "With?", options: ["Egg", "Nori"], isMultiple: true } as Question]);
  for (const wrong of [[[0]], [[0], []], [[0, 1], [0]], [[3], [0]], [[0], [2]]])
    await expectRefusal(vote(bob, survey, ...wrong), "bad_input");

  await vote(bob, survey, [2], [0, 1]);
  expect((await seen(survey)).content.tally?.counts).toEqual([
    [0, 0, 1],
    [1, 1],
  ]);
});

test("members see who voted what in an open poll; Carol, outside, sees nothing", async () => {
  const poll = await ask();
  await vote(dana, poll, [2]);
  await vote(bob, poll, [0]);
  const input = { conversationId: lunch, messageId: poll };

  const { votes, people } = await app.as(alice).messages.votes.query(input);
  expect(votes).toEqual([
    { userId: dana.id, choices: [[2]] },
    { userId: bob.id, choices: [[0]] },
  ]);
  expect(people.map((it) => it.id).sort()).toEqual([bob.id, dana.id].sort());
  await expectRefusal(app.as(carol).messages.votes.query(input), "not_found");
  await expectRefusal(vote(carol, poll, [0]), "not_found");
});

test("[V2] of an anonymous poll nobody learns who voted what: not by asking, pulling, listening or watching the counts", async () => {
  const poll = await ask([noodles], { isAnonymous: true });
  const told: Publication[] = [];
  const ballot = ({ id: userId }: User, ...choices: number[][]) =>
    voteInPoll({ ...listening(told), userId } as never, { conversationId: lunch, messageId: poll, choices });

  await expectRefusal(app.as(alice).messages.votes.query({ conversationId: lunch, messageId: poll }), "not_allowed");
  const steps: (number[][] | undefined)[] = [];
  for (const [i, guest] of others.entries()) {
    await ballot(guest, [i % 2]);
    steps.push((await seen(poll)).content.tally?.counts);
  }
  const none = [[0, 0, 0]];
  expect(steps).toEqual([none, none, [[2, 1, 0]], [[2, 1, 0]], [[2, 1, 0]]]);
  expect((await seen(poll)).content.tally).toMatchObject({ voterCount: 5, countedCount: 3 });

  const toRoom = told.filter((it) => it.scope === `c:${lunch}`);
  expect(toRoom).toHaveLength(5);
  for (const publication of toRoom)
    expect(publication).toMatchObject({ tell: { t: "changes", changes: { rows: { messages: [{ id: poll }] } } } });
  expect(JSON.stringify(toRoom)).not.toContain("choices");
  for (const publication of told.filter((it) => it.scope.startsWith("u:")))
    expect(others.map((it) => `u:${it.id}`)).toContain(publication.scope);
  const pulled = await app.as(alice).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] });
  expect(JSON.stringify(pulled)).not.toContain("choices");
  expect(await own(alice)).not.toHaveProperty(poll);

  await app.as(alice).messages.closePoll.mutate({ conversationId: lunch, messageId: poll });
  expect((await seen(poll)).content.tally).toEqual({ voterCount: 5, countedCount: 5, counts: [[3, 2, 0]] });
});

test("[V2] the counts of too few are never told, not at the end either", async () => {
  const poll = await ask([noodles], { isAnonymous: true });
  await vote(bob, poll, [0]);
  await vote(dana, poll, [1]);
  await app.as(alice).messages.closePoll.mutate({ conversationId: lunch, messageId: poll });
  expect((await seen(poll)).content).toMatchObject({ tally: { voterCount: 2, countedCount: 0, counts: [[0, 0, 0]] } });
});

test("[V3] what is right in a quiz is told to who has voted, who then cannot vote again", async () => {
  const quiz = await ask([{ ...noodles, right: [2], explanation: "Buckwheat." }]);
  const everything = async (user: User) =>
    JSON.stringify([
      await app.as(user).sync.pull.query({ conversationId: lunch, cursor: 0, holding: [] }),
      await app.as(user).sync.start.query({ cursor: null }),
    ]);
  expect(await everything(bob)).not.toContain("Buckwheat");
  expect(await everything(alice)).not.toContain("Buckwheat");

  const { own: mine } = await vote(bob, quiz, [0]);
  const answers = [{ right: [2], explanation: "Buckwheat." }];
  expect(mine?.value).toEqual({ choices: [[0]], answers });
  expect(await everything(dana)).not.toContain("Buckwheat");
  await expectRefusal(vote(bob, quiz, [2]), "conflict", "vote_final");
  await expectRefusal(vote(bob, quiz), "conflict", "vote_final");

  await app.as(alice).messages.closePoll.mutate({ conversationId: lunch, messageId: quiz });
  expect((await seen(quiz, dana)).content).toMatchObject({ answers });
});

test("[V4] a poll closes by the server's clock, and the job only tells how it ended", async () => {
  const poll = await ask([noodles], { closesAt: new Date(Date.now() + 60_000).toISOString() });
  await vote(bob, poll, [0]);
  await app.db
    .updateTable("messages")
    .set({
      details: JSON.stringify({
        content: { kind: "poll", questions: [noodles], closesAt: new Date(Date.now() - 1_000).toISOString() },
      }),
    })
    .where("id", "=", poll)
    .execute();
  await app.db
    .updateTable("polls")
    .set({ closes_at: new Date(Date.now() - 1_000) })
    .where("message_id", "=", poll)
    .execute();
  await expectRefusal(vote(bob, poll, [1]), "gone", "poll_closed");

  expect(await closePolls(listening([]) as never)).toBe(1);
  expect((await seen(poll)).content).toMatchObject({ closedAt: expect.any(String), tally: { voterCount: 1 } });
});

test("a poll is closed by who asked and by who keeps order, and takes no votes from then on", async () => {
  const poll = await ask();
  const close = (user: User) => app.as(user).messages.closePoll.mutate({ conversationId: lunch, messageId: poll });
  await expectRefusal(close(bob), "not_allowed");
  await close(alice);
  await close(alice);
  await expectRefusal(vote(bob, poll, [0]), "gone", "poll_closed");
});

test("[C7] a poll goes with everything that was asked, answered and revealed", async () => {
  const quiz = await ask([{ ...noodles, right: [0], explanation: "Ramen, always." }]);
  await vote(bob, quiz, [1]);
  await app.as(alice).messages.delete.mutate({ conversationId: lunch, messageId: quiz });

  expect(await app.db.selectFrom("polls").selectAll().where("message_id", "=", quiz).execute()).toEqual([]);
  expect(await app.db.selectFrom("votes").selectAll().where("message_id", "=", quiz).execute()).toEqual([]);
  expect(JSON.stringify(await app.db.selectFrom("user_rows").selectAll().execute())).not.toContain("Ramen, always.");
  await expectRefusal(vote(dana, quiz, [0]), "gone", "message_deleted");
});

test("what is no poll cannot be voted on, and one's vote is written by voting alone", async () => {
  const messageId = newId<MessageId>();
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, text: "Ramen?" });
  await expectRefusal(vote(bob, messageId, [0]), "not_found");
  await expectRefusal(
    app.as(bob).sync.setOwn.mutate({ kind: "vote", key: messageId, value: { choices: [[0]] } }),
    "bad_input",
  );
});

const listening = (told: Publication[]) => ({
  db: app.db,
  now: () => new Date(),
  publish: (it: Publication[]) => void told.push(...it),
  heads: { moved: () => undefined },
  turns: createTurns(),
  sharedTurns: createSharedTurns(createTurns()),
});
