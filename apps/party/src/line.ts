import { makePace, type Pace, take } from "./pace.ts";

const askAfter = 256 * 1_024;
const dropAfter = 2 * 1_024 * 1_024;

/**
 * What a room keeps in mind of one connection: how fast it talks and how much was sent that it has not yet proven to
 * have read. The runtime shows no send buffer, so the proof is a word that only a reader can repeat.
 */
export type Line = { frames: Pace; typing: Pace; unproven: number; challenge: string | undefined };

export function makeLine(now: number): Line {
  return { frames: makePace(40, 10, now), typing: makePace(4, 1, now), unproven: 0, challenge: undefined };
}

export const mayTalk = (line: Line, now: number): boolean => take(line.frames, now);
export const mayType = (line: Line, now: number): boolean => take(line.typing, now);

/** Counts what was sent: fine, or ask for a proof with this word, or give the connection up. */
export function noteSent(line: Line, length: number): { ask?: string; isStuck: boolean } {
  line.unproven += length;
  if (line.unproven > dropAfter) return { isStuck: true };
  if (line.unproven <= askAfter || line.challenge) return { isStuck: false };
  line.challenge = crypto.randomUUID();
  return { ask: line.challenge, isStuck: false };
}

/** A device repeated a word: everything sent before that word has been read. */
export function noteProof(line: Line, echo: string | undefined): void {
  if (!line.challenge || echo !== line.challenge) return;
  line.unproven = 0;
  line.challenge = undefined;
}
