import { happens, type Loaded } from "./load-media.ts";
import { thumbHashOf } from "./thumb-hash-of.ts";

/** Films often begin in black. */
const soonest = 1;

/** What a film shows near its beginning, in 25 bytes. */
export async function posterHash({ element, width, height, durationMs }: Loaded, signal?: AbortSignal) {
  const sought = happens(element, "seeked", signal);
  element.currentTime = Math.min(soonest, (durationMs ?? 0) / 3_000);
  if (!(await sought)) return undefined;
  if (element.readyState < element.HAVE_CURRENT_DATA && !(await happens(element, "loadeddata", signal)))
    return undefined;
  return thumbHashOf(element, width, height).thumbHash;
}
