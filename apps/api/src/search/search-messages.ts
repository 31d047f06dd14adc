import { AppError, type inputs, limits, type MessageRow, type Person } from "@parley/schema";
import { evaluate, parseQuery, type Query } from "@parley/schema/search";
import type { InferOutput } from "valibot";
import type { SignedIn } from "../context.ts";
import { toMessageRow } from "../messages/wire-row.ts";
import { listPeople, namedIn } from "../people/list-people.ts";
import { conditionsFor } from "./conditions.ts";
import { findMessages } from "./found-messages.ts";
import { namesIn } from "./names-in.ts";

export type SearchMessages = InferOutput<typeof inputs.searchMessages>;
export type SearchAnswer = { messages: MessageRow[]; people: Person[]; more: boolean };

/** Messages that answer the query, newest first, among those the caller may read. */
export async function searchMessages(ctx: SignedIn, input: SearchMessages): Promise<SearchAnswer> {
  const query = parseQuery(input.query);
  if (!query) return { messages: [], people: [], more: false };
  if (sizeOf(query) > limits.searchTerms)
    throw new AppError("bad_input", "bad_input", `Use at most ${limits.searchTerms} words.`);

  const here = { timeZone: input.timeZone, now: ctx.now().getTime() };
  const { userId } = ctx;
  const { conversationId, after, limit } = input;
  const found = await findMessages(ctx.db, {
    ...{ userId, conversationId, after, limit: limit + 1, now: ctx.now() },
    condition: evaluate(query, conditionsFor(await namesIn(ctx, query)), here),
  });
  // What stands in the thread below is not looked for, nor is it told: some of it they may not see.
  const messages = found
    .slice(0, limit)
    .map((row) => toMessageRow({ ...row, details: { ...row.details, thread: undefined } }));
  return { messages, people: await listPeople(ctx.db, namedIn(messages)), more: found.length > limit };
}

function sizeOf(query: Query): number {
  if (query.kind === "and" || query.kind === "or") return query.of.reduce((sum, it) => sum + sizeOf(it), 0);
  return query.kind === "not" ? sizeOf(query.of) : query.kind === "words" ? query.words.length : 1;
}
