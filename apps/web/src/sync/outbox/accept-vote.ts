import { type Choices, counted, type MessageId, noCounts, type OwnVoteRow, type PollContent } from "@parley/schema";
import { conversationOf } from "../store/apply-rows.ts";
import type { CacheTx } from "../store/db.ts";
import { type Touched, touchMessages } from "../store/touched.ts";
import type { CommandInputs } from "./command.ts";

export type Voted = { rev: number; own: OwnVoteRow | null };

/** The vote is among the user's own things at once, and the poll counts it until the server's row comes. */
export async function keepVoted(
  tx: CacheTx,
  { messageId, choices }: CommandInputs["voteInPoll"],
  { rev, own }: Voted,
  touched: Touched,
): Promise<void> {
  const store = tx.objectStore("own");
  const before = await store.get(["vote", messageId]);
  if (own && (before?.rev ?? 0) < own.rev) {
    await store.put(own);
    touched.own = true;
  }
  const earlier = (before?.value as OwnVoteRow["value"] | undefined)?.choices ?? [];
  await changeContent(tx, { messageId }, rev, touched, (poll) => withVote(poll, earlier, choices));
}

/** Counts one vote for another, as the server will; of an anonymous poll only that somebody voted. */
export function withVote(poll: PollContent, before: Choices, choices: Choices): PollContent {
  const { voterCount, countedCount, counts } = poll.tally ?? { voterCount: 0, countedCount: 0, counts: noCounts(poll) };
  const more = Number(choices.length > 0) - Number(before.length > 0);
  const tally = poll.isAnonymous
    ? { voterCount: voterCount + more, countedCount, counts }
    : {
        voterCount: voterCount + more,
        countedCount: countedCount + more,
        counts: counted(counted(counts, before, -1), choices, 1),
      };
  return { ...poll, tally };
}

/** Changes a poll on this device. It keeps its rev, so that the server's row replaces it. */
export async function changeContent(
  tx: CacheTx,
  { messageId }: { messageId: MessageId },
  rev: number,
  touched: Touched,
  change: (poll: PollContent) => PollContent,
): Promise<void> {
  const row = await tx.objectStore("messages").index("id").get(messageId);
  if (row?.content?.kind !== "poll" || row.rev >= rev || row.deletedAt) return;
  const changed = { ...row, content: change(row.content) };
  await tx.objectStore("messages").put(changed);
  touchMessages(touched, row.conversationId, [changed]);
  const it = await conversationOf(tx, row.conversationId);
  if (it?.preview?.id === messageId) await tx.objectStore("conversations").put({ ...it, preview: changed });
}
