import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { type Sets, type SoughtWord, senderTerm, tagTerm, traitTerm } from "@parley/schema/search";
import { type RawBuilder, sql } from "kysely";

/**
 * A condition on `messages`, `message_words w` and `mine`. `words`: the same as a tsquery, if it can be said as one;
 * `needed`: a tsquery without which it cannot be true, for the index to begin with. `~` stands for a conversation's key.
 */
export type Condition = {
  sql: RawBuilder<boolean>;
  words?: string;
  needed?: string;
  /** Saved messages for which it may be true without what is needed. */
  besides?: Saved;
  isPinned?: true;
};

type Saved = { in: ConversationId; ids: MessageId[] };

/** Names that the query uses, as they were found. */
export type Names = {
  users: Map<string, UserId>;
  conversationsNamed(name: string): ConversationId[];
  /** Saved messages with this tag of the asker's own. */
  tagged(tag: string, isPrefix: boolean): Saved;
};

export const tsquery = (template: string) => sql`replace(${template}, '~', mine.key)::tsquery`;

/** What a query means to the database. */
export function conditionsFor(names: Names): Sets<Condition> {
  return {
    phrase: (words) => ofWords(phraseOf(words)),
    tag(tag, isPrefix) {
      const written = ofWords(lexeme(tagTerm(tag), isPrefix));
      const besides = names.tagged(tag, isPrefix);
      if (besides.ids.length === 0) return written;
      return {
        sql: sql<boolean>`(${written.sql} or ${isSavedAmong(besides)})`,
        ...(written.needed !== undefined && { needed: written.needed }),
        besides,
      };
    },
    has: (trait) => ofWords(lexeme(traitTerm(trait))),
    from(who) {
      const id = names.users.get(who);
      return id ? ofWords(lexeme(senderTerm(id))) : { sql: sql<boolean>`false` };
    },
    in: (name) => ({ sql: sql<boolean>`mine.conversation_id = any(${names.conversationsNamed(name)}::uuid[])` }),
    is: (what) =>
      what === "saved"
        ? {
            sql: sql<boolean>`exists (select from conversations c where c.id = mine.conversation_id and c.kind = 'saved')`,
          }
        : {
            isPinned: true,
            sql: sql<boolean>`exists (select from pins where pins.message_id = messages.id and not pins.is_removed)`,
          },
    sent: (from, to) => ({ sql: sql<boolean>`(${atOrAfter(from)} and ${earlierThan(to)})` }),
    and(parts) {
      const needed = joined(
        parts.map((it) => it.words ?? it.needed).filter((it) => it !== undefined),
        "&",
      );
      const isNeeded = parts.some((it) => it.needed !== undefined);
      return {
        sql: sql<boolean>`(${sql.join(
          parts.map((it) => it.sql),
          sql` and `,
        )})`,
        ...(parts.every((it) => it.words !== undefined) && { words: needed }),
        ...(isNeeded && { needed }),
        ...besidesOf(parts),
        ...(parts.some((it) => it.isPinned) && { isPinned: true }),
      };
    },
    or(parts) {
      const words = parts.every((it) => it.words !== undefined)
        ? joined(
            parts.map((it) => it.words!),
            "|",
          )
        : undefined;
      const needed = parts.every((it) => it.needed !== undefined)
        ? joined(
            parts.map((it) => it.needed!),
            "|",
          )
        : undefined;
      return {
        sql: sql<boolean>`(${sql.join(
          parts.map((it) => it.sql),
          sql` or `,
        )})`,
        ...(words !== undefined && { words }),
        ...(needed !== undefined && { needed }),
        ...besidesOf(parts),
        ...(parts.every((it) => it.isPinned) && { isPinned: true }),
      };
    },
    not: (part) => ({
      sql: sql<boolean>`not ${part.sql}`,
      ...(part.words !== undefined && { words: `!(${part.words})` }),
    }),
  };
}

const isSavedAmong = (saved: Saved) =>
  sql<boolean>`(messages.conversation_id = ${saved.in}::uuid and messages.id = any(${saved.ids}::uuid[]))`;

function besidesOf(parts: Condition[]): Pick<Condition, "besides"> {
  const [first, ...rest] = parts.flatMap((it) => it.besides ?? []);
  return first ? { besides: { in: first.in, ids: [first, ...rest].flatMap((it) => it.ids) } } : {};
}

function ofWords(words: string): Condition {
  return { words, needed: words, sql: sql<boolean>`coalesce(w.words @@ ${tsquery(words)}, false)` };
}

function phraseOf(words: SoughtWord[]): string {
  const parts = words.map(({ word, at, isPrefix }, i) => {
    const distance = at - (words[i - 1]?.at ?? 0);
    return `${i === 0 ? "" : ` <${distance}> `}${lexeme(`:${word}`, isPrefix)}`;
  });
  return `(${parts.join("")})`;
}

function lexeme(term: string, isPrefix = false): string {
  return `'~${term.replaceAll(/['\\~]/g, "")}'${isPrefix ? ":*" : ""}`;
}

function joined(parts: string[], by: "&" | "|"): string {
  return parts.length === 1 ? parts[0]! : `(${parts.join(` ${by} `)})`;
}

const atOrAfter = (from: number) => (Number.isFinite(from) ? sql`messages.created_at >= ${new Date(from)}` : sql`true`);
const earlierThan = (to: number) => (Number.isFinite(to) ? sql`messages.created_at < ${new Date(to)}` : sql`true`);
