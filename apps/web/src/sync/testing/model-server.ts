import {
  type Changes,
  type ConversationId,
  type ConversationRow,
  conversationScope,
  type Head,
  isOnlyInThread,
  type MemberRow,
  type MessageId,
  type MessagePage,
  type MessageRow,
  newId,
  type PullAnswer,
  type ReactionRow,
  type SeqRange,
} from "@parley/schema";
import { cast } from "@parley/schema/testing";
import type { HeldMessage } from "../store/rows.ts";

const at = "2026-11-21T12:00:00.000Z";
const sizes = { page: 4, pull: 5, contiguous: 6 };

export type ModelServer = ReturnType<typeof makeModelServer>;

/** The far side of the network for tests of the device's copy: one conversation, in the API's words, with tiny pages. */
export function makeModelServer(id = newId<ConversationId>()) {
  let rev = 1;
  const rows = new Map<number, MessageRow>();
  let reactions: ReactionRow[] = [];
  const me: MemberRow = {
    conversationId: id,
    userId: cast.alice.id,
    role: "member",
    leftAt: null,
    joinedAt: at,
    readSeq: 0,
    deliveredSeq: 0,
    rev: 1,
  };

  const all = () => [...rows.values()].map((row) => ({ ...row }));
  const conversation = (): ConversationRow => ({
    id,
    kind: "group",
    title: `rev ${rev}`,
    description: "",
    avatarId: null,
    hidesHistory: false,
    settings: {},
    createdAt: at,
    rev,
    lastSeq: rows.size,
    threadReplies: all().filter(isOnlyInThread).length,
  });

  function change(changed: MessageRow): Changes {
    rows.set(changed.seq, changed);
    return {
      scope: conversationScope(id),
      from: rev - 1,
      rev,
      rows: { conversation: conversation(), messages: [{ ...changed }] },
      people: [],
    };
  }

  /** What a device should hold: the messages with the reactions to them. */
  const held = (): HeldMessage[] =>
    all().map((row) => {
      const of = reactions.filter((it) => it.seq === row.seq && !it.isRemoved).sort((a, b) => a.rev - b.rev);
      return of.length ? { ...row, reactions: of.map(({ userId, emoji, rev }) => ({ userId, emoji, rev })) } : row;
    });

  const reactionsTo = (messages: MessageRow[]) =>
    reactions.filter((it) => !it.isRemoved && messages.some((row) => row.seq === it.seq));

  function page(messages: MessageRow[], covers: SeqRange): MessagePage {
    return {
      messages,
      reactions: reactionsTo(messages),
      covers: covers.from <= covers.to ? covers : null,
      people: [],
      rev,
    };
  }

  const lastSeq = () => rows.size;
  const lane = (threadId?: MessageId) => all().filter((row) => !threadId || row.threadId === threadId);
  const withRoot = (shown: MessageRow[], threadId?: MessageId) => [
    ...all().filter((row) => threadId && row.id === threadId),
    ...shown,
  ];

  return {
    id,
    all: held,
    rev: () => rev,
    lastSeq,
    head: (): Head => ({ conversation: conversation(), me, preview: all().at(-1) ?? null, otherId: null }),
    send(text: string, messageId = newId<MessageId>(), more: Partial<MessageRow> = {}): Changes {
      rev++;
      const seq = rows.size + 1;
      return change({
        id: messageId,
        conversationId: id,
        seq,
        rev,
        senderId: cast.bob.id,
        kind: "text",
        text,
        event: null,
        replyToId: null,
        createdAt: at,
        editedAt: null,
        deletedAt: null,
        expiresAt: null,
        ...more,
      });
    },
    edit(seq: number, text: string): Changes | null {
      const row = rows.get(seq);
      if (!row || row.deletedAt) return null;
      rev++;
      return change({ ...row, text, editedAt: at, rev });
    },
    delete(seq: number): Changes | null {
      const row = rows.get(seq);
      if (!row || row.deletedAt) return null;
      rev++;
      reactions = reactions.filter((it) => it.seq !== seq);
      return change({ ...row, text: "", deletedAt: at, rev });
    },
    react(seq: number, emoji: string, isOn: boolean): Changes | null {
      const row = rows.get(seq);
      const before = reactions.find((it) => it.seq === seq && it.emoji === emoji);
      if (!row || row.deletedAt || isOn === (before ? !before.isRemoved : false)) return null;
      rev++;
      const ids = { conversationId: id, messageId: row.id, seq, userId: cast.bob.id };
      const reaction: ReactionRow = { ...ids, emoji, isRemoved: !isOn, rev };
      reactions = [...reactions.filter((it) => it !== before), reaction];
      return { scope: conversationScope(id), from: rev - 1, rev, rows: { reactions: [reaction] }, people: [] };
    },
    pull(cursor: number, holding: SeqRange[]): PullAnswer {
      const isChanged = (row: { rev: number; seq: number }) =>
        row.rev > cursor && holding.some((range) => range.from <= row.seq && row.seq <= range.to);
      const revs = [...all(), ...reactions].filter(isChanged).map((row) => row.rev);
      const more = revs.length > sizes.pull;
      const last = more ? revs.sort((a, b) => a - b)[sizes.pull - 1]! : rev;
      const isInPart = (row: { rev: number; seq: number }) => isChanged(row) && row.rev <= last;
      const covers = more ? null : newestPage(holding, rows.size);
      const newest = covers ? all().filter((row) => row.seq >= covers.from) : [];
      const changes = {
        scope: conversationScope(id),
        from: cursor,
        rev: last,
        rows: {
          conversation: conversation(),
          members: me.rev > cursor && me.rev <= last ? [me] : [],
          messages: [...all().filter(isInPart), ...newest],
          reactions: [...reactions.filter(isInPart), ...reactionsTo(newest)],
        },
        people: [],
      };
      return { changes, covers, more };
    },
    before(seq: number, threadId?: MessageId): MessagePage {
      const rows = lane(threadId).filter((row) => row.seq < seq);
      const shown = rows.slice(-sizes.page);
      const from = shown.length < rows.length ? shown[0]!.seq : 1;
      const first = shown.find((row) => row.seq === from);
      const below = all().findLast((row) => row.seq < from && !isOnlyInThread(row))?.seq ?? 0;
      const bare =
        !threadId && first && isOnlyInThread(first) && below + 1 < from ? [{ from: below + 1, to: from - 1 }] : [];
      return { ...page(withRoot(shown, threadId), { from, to: Math.min(seq - 1, lastSeq()) }), bare };
    },
    after(seq: number, threadId?: MessageId): MessagePage {
      const rows = lane(threadId).filter((row) => row.seq > seq);
      const shown = rows.slice(0, sizes.page);
      const to = shown.length < rows.length ? shown.at(-1)!.seq : lastSeq();
      return page(withRoot(shown, threadId), { from: seq + 1, to });
    },
  };
}

function newestPage(holding: SeqRange[], lastSeq: number): SeqRange | null {
  if (lastSeq === 0) return null;
  const held = Math.max(0, ...holding.map((it) => it.to));
  if (held === 0 || lastSeq - held > sizes.contiguous)
    return { from: Math.max(1, lastSeq - sizes.page + 1), to: lastSeq };
  return held >= lastSeq ? null : { from: held + 1, to: lastSeq };
}
