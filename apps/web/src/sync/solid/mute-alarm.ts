import type { ConversationId } from "@parley/schema";
import type { Organised } from "../types.ts";

type Kept = { id: ConversationId } & Pick<Organised, "organising">;

/** The longest a browser's timer can be. */
const longest = 2 ** 31 - 1;

/** Calls `over` when a mute ends, since nothing else happens at that moment. */
export function makeMuteAlarm(now: () => number, over: (ids: ConversationId[]) => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);

  function set(all: readonly Kept[]) {
    stop();
    const ends = all.flatMap(({ id, organising: { mute } }) =>
      mute && mute !== "changed" && Date.parse(mute) > now() ? [{ id, at: Date.parse(mute) }] : [],
    );
    const first = Math.min(...ends.map(({ at }) => at));
    if (Number.isFinite(first))
      timer = setTimeout(() => over(ends.map(({ id }) => id)), Math.min(first - now() + 1, longest));
  }

  return { set, stop };
}
