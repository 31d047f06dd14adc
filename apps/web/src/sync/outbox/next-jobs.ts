import { type CustomEmoji, type MessageId, marksAtOnce, slowModeSeconds } from "@parley/schema";
import { type Stored, uploadsOf } from "./command.ts";

/** One call to the API: a command, or all the marks that wait. */
export type Job = Stored[];

/** A wait longer than any we set comes from a clock that was turned back. */
const longestWait = (slowModeSeconds + 60) * 1_000;

/**
 * [O2] The first command of every lane that may leave now, and when to look again if some must wait. [O10] Messages
 * that are `unfinished`, for their files are still on the way, leave later, and what is about them with them; and a reaction follows the emoji that it is made of.
 */
export function nextJobs(
  waiting: Stored[],
  now: number,
  unfinished: ReadonlySet<MessageId> = new Set(),
): { jobs: Job[]; lookAgainAt: number | null } {
  const held = new Set<string>(unfinished);
  let lookAgainAt: number | null = null;
  for (const { isHeld, notBefore, type, input } of waiting) {
    // Only of emoji is a name meant by a reaction.
    if (type === "setOwn") held.add(`:${(input.value as Partial<CustomEmoji> | null)?.name}:`);
    if (type !== "sendMessage" || !isHeld || isDue(notBefore, now)) continue;
    held.add(input.messageId);
    lookAgainAt = Math.min(lookAgainAt ?? notBefore, notBefore);
  }
  const heads = new Map<string, Stored>();
  const passing = new Map<string, Stored>();
  for (const command of waiting) {
    if (command.state !== "waiting" || waitsFor(command, held) || isBlocked(command, waiting)) continue;
    const head = heads.get(command.lane);
    if (!head) heads.set(command.lane, command);
    else if (head.isSlowed && head.notBefore > now && !passing.has(command.lane) && passes(command, waiting))
      passing.set(command.lane, command);
  }
  const ready: Stored[] = [];
  for (const command of [...heads.values(), ...passing.values()]) {
    if (isDue(command.notBefore, now)) ready.push(command);
    else lookAgainAt = Math.min(lookAgainAt ?? command.notBefore, command.notBefore);
  }
  const marks = ready.filter((it) => it.type === "markRead").slice(0, marksAtOnce);
  const others = ready.filter((it) => it.type !== "markRead").map((it) => [it]);
  return { jobs: marks.length ? [...others, marks] : others, lookAgainAt };
}

const isDue = (notBefore: number, now: number) => notBefore <= now || notBefore > now + longestWait;

/** Whether it is one of these messages or packs, an answer to one, a change to one, or a reaction with such an emoji. */
function waitsFor(command: Stored, held: ReadonlySet<string>): boolean {
  const { messageId, replyToId, threadId, key, emoji } = command.input as Partial<Record<string, string>>;
  return [messageId, replyToId, threadId, key, emoji, uploadsOf(command)].some(
    (id) => id !== undefined && held.has(id),
  );
}

/** Whether it may pass messages that wait out slow mode: no message itself, and not about one that has not left. */
function passes(command: Stored, waiting: Stored[]): boolean {
  if (command.type === "sendMessage") return false;
  const about = "messageId" in command.input ? command.input.messageId : undefined;
  return !waiting.some((it) => it.type === "sendMessage" && it.input.messageId === about);
}

const isAbout = new Set<Stored["type"]>(["reactToMessage", "pinMessage", "voteInPoll", "closePoll"]);

/** [O8] A reply, a reaction, a pin or a vote waits while its message is refused; everything waits for the conversation it is for. */
export function isBlocked(command: Stored, waiting: Stored[]): boolean {
  return waiting.some((it) => {
    if (it.state !== "failed" || it === command) return false;
    if (it.type === "createGroup") return it.lane === command.lane && it.n < command.n;
    if (it.type !== "sendMessage") return false;
    if (isAbout.has(command.type))
      return "messageId" in command.input && command.input.messageId === it.input.messageId;
    return command.type === "sendMessage" && command.input.replyToId === it.input.messageId;
  });
}
