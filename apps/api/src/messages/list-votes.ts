import type { Choices, inputs, Person, UserId } from "@parley/schema";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { notAllowed, notFound } from "../errors.ts";
import { listPeople } from "../people/list-people.ts";
import { readPoll } from "./polls.ts";
import { readableMessages, readerOf } from "./readable-messages.ts";

export type VoteList = { votes: { userId: UserId; choices: Choices }[]; people: Person[] };

/** Who voted what, in the order in which they did; of an anonymous poll nobody is told. */
export async function listVotes(ctx: SignedIn, input: InferOutput<typeof inputs.oneMessage>): Promise<VoteList> {
  const message = await readableMessages(ctx.db, readerOf(ctx, input))
    .where("messages.id", "=", input.messageId)
    .executeTakeFirst();
  if (!message) throw notFound();
  const { content } = await readPoll(ctx.db, message);
  if (content.isAnonymous) throw notAllowed("This poll is anonymous.");
  const rows = await ctx.db
    .selectFrom("votes")
    .select(["user_id", "choices"])
    .where("message_id", "=", message.id)
    .orderBy("rev")
    .execute();
  const votes = rows.map((row) => ({ userId: row.user_id, choices: row.choices }));
  return {
    votes,
    people: await listPeople(
      ctx.db,
      votes.map((it) => it.userId),
    ),
  };
}
