import { usernameKey } from "@parley/schema";
import { sql } from "kysely";
import type { Db } from "../open-db.ts";
import { wordsVector } from "../search/words-vector.ts";
import { demoCast } from "./cast.ts";
import type { OwnRecord } from "./records.ts";
import { rowsOf } from "./rows-of.ts";
import { channels } from "./stories/channels.ts";
import { directsOfElin } from "./stories/directs-of-elin.ts";
import { ferryTerminal } from "./stories/ferry-terminal.ts";
import { keptByElin } from "./stories/kept-by-elin.ts";
import { kitchen, savedByElin } from "./stories/kitchen.ts";
import { moreDirects } from "./stories/more-directs.ts";
import { trailRunners } from "./stories/trail-runners.ts";
import type { Story } from "./story.ts";

const demoStories: Story[] = [
  ferryTerminal,
  trailRunners,
  kitchen,
  savedByElin,
  ...channels,
  ...directsOfElin,
  ...moreDirects,
];
const atOnce = 1_000;
const marker = "demo";

/** Those of them that follow from the stories, each after what it refers to. */
const tablesOfStories = [
  "members",
  "messages",
  "message_versions",
  "reactions",
  "tallies",
  "pins",
  "polls",
  "votes",
] as const;

/** Whether the people in this database are the demo's, and those who came to look at it. */
export async function isDemo(db: Db): Promise<boolean> {
  return Boolean(await db.selectFrom("installation").select("name").where("name", "=", marker).executeTakeFirst());
}

/** Fills an empty database with the demo's people and what they wrote until `now`; once. Refuses to settle among real people. */
export async function seedDemo(db: Db, now: Date): Promise<void> {
  if (await isDemo(db)) return;
  const stories = await Promise.all(demoStories.map((story) => rowsOf(story, now)));

  await db.transaction().execute(async (tx) => {
    await sql`lock table installation in share row exclusive mode`.execute(tx);
    if (await isDemo(tx)) return;
    const someone = await tx.selectFrom("users").select("id").limit(1).executeTakeFirst();
    if (someone)
      throw new Error(
        "This database has real people in it, so the demo stays out. Start it with a data folder of its own: --demo --data ./demo-data",
      );

    const own = [...stories.flatMap((it) => it.own), ...(await keptByElin())];
    await insert(tx, "users", demoUsers(now, own));
    await insert(
      tx,
      "conversations",
      stories.map((it) => it.conversation),
    );
    for (const table of tablesOfStories)
      await insert(
        tx,
        table,
        stories.flatMap((it): object[] => it[table]),
      );
    await insert(
      tx,
      "message_words",
      stories.flatMap((it) => wordsFor(it.messages)),
    );
    await insert(tx, "user_rows", withRevs(own));
    await tx.insertInto("installation").values({ name: marker, value: now.toISOString() }).execute();
  });
}

function demoUsers(now: Date, own: OwnRecord[]) {
  const season = 90 * 86_400_000;
  return Object.values(demoCast).map((user, place) => ({
    id: user.id,
    username: user.username,
    username_key: usernameKey(user.username),
    display_name: user.displayName,
    bio: user.bio,
    role: user === demoCast.elin ? "owner" : "user",
    rev: own.filter((it) => it.user_id === user.id).length,
    created_at: new Date(now.getTime() - season + place * 60_000),
  }));
}

/** Each thing kept was a change to what is that person's own. */
function withRevs(own: OwnRecord[]) {
  const revs = new Map<string, number>();
  return own.map((row) => {
    const rev = (revs.get(row.user_id) ?? 0) + 1;
    revs.set(row.user_id, rev);
    return { ...row, rev };
  });
}

function wordsFor(messages: Awaited<ReturnType<typeof rowsOf>>["messages"]) {
  return messages.flatMap(({ id, conversation_id, seq, sender_id, kind, text, created_at, deleted_at }) => {
    const words = wordsVector(conversation_id, { kind, text, senderId: sender_id, deletedAt: deleted_at });
    return words ? [{ message_id: id, words, seq, created_at }] : [];
  });
}

/** Many rows as one JSON parameter: one statement whatever their number, and no limit on parameters. */
async function insert(
  db: Db,
  table: "users" | "conversations" | (typeof tablesOfStories)[number] | "message_words" | "user_rows",
  rows: object[],
) {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)));
  for (let from = 0; from < rows.length; from += atOnce) {
    const page = JSON.stringify(rows.slice(from, from + atOnce));
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${page}::text::jsonb)`.execute(db);
  }
}
