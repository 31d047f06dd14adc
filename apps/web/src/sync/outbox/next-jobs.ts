import { limits } from "@parley/schema";
import type { Stored } from "./command.ts";

/** One call to the API: a command, or all the marks that wait. */
export type Job = Stored[];

/** A wait longer than any we set comes from a clock that was turned back. */
const longestWait = 10 * 60_000;

/** [O2] The first command of every lane that may leave now, and when to look again if some must wait. */
export function nextJobs(waiting: Stored[], now: number): { jobs: Job[]; lookAgainAt: number | null } {
  const heads = new Map<string, Stored>();
  for (const command of waiting) {
    if (command.state === "waiting" && !heads.has(command.lane) && !isBlocked(command, waiting))
      heads.set(command.lane, command);
  }
  const ready: Stored[] = [];
  let lookAgainAt: number | null = null;
  for (const command of heads.values()) {
    const isDue = command.notBefore <= now || command.notBefore > now + longestWait;
    if (isDue) ready.push(command);
    else lookAgainAt = Math.min(lookAgainAt ?? command.notBefore, command.notBefore);
  }
  const marks = ready.filter((it) => it.type === "markRead").slice(0, limits.marksAtOnce);
  const others = ready.filter((it) => it.type !== "markRead").map((it) => [it]);
  return { jobs: marks.length ? [...others, marks] : others, lookAgainAt };
}

/** [O8] A reply, a reaction or a pin waits while its message is refused; everything waits for the conversation it is for. */
export function isBlocked(command: Stored, waiting: Stored[]): boolean {
  return waiting.some((it) => {
    if (it.state !== "failed" || it === command) return false;
    if (it.type === "createGroup") return it.lane === command.lane && it.n < command.n;
    if (it.type !== "sendMessage") return false;
    if (command.type === "reactToMessage" || command.type === "pinMessage")
      return command.input.messageId === it.input.messageId;
    return command.type === "sendMessage" && command.input.replyToId === it.input.messageId;
  });
}
