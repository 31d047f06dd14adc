/**
 * Which revs of its scope a room was told of, as stretches without a hole, newest last.
 *
 * A lost publication may have been the one that removed somebody. So a change is only carried to a connection whose
 * ticket reaches into the stretch that ends with that change: between ticket and change the room then knows of every
 * rev, removals among them. The others are told to pull, where the API decides; their next ticket makes them whole.
 */
export type Stretches = { from: number; to: number }[];

const most = 16;

/** Adds a publication that goes from one rev to another; returns the start of the stretch it now belongs to. */
export function addStretch(stretches: Stretches, from: number, to: number): number {
  const merged = { from, to };
  const apart = stretches.filter((it) => {
    if (it.to < merged.from || it.from > merged.to) return true;
    merged.from = Math.min(merged.from, it.from);
    merged.to = Math.max(merged.to, it.to);
    return false;
  });
  const next = [...apart, merged].sort((a, b) => a.from - b.from).slice(-most);
  stretches.splice(0, stretches.length, ...next);
  return merged.from;
}

export const newestRev = (stretches: Stretches): number => stretches.at(-1)?.to ?? 0;
