import { thumbHashToDataURL } from "thumbhash";
import { bytesOf } from "./bytes-of.ts";

/** The blurred picture that stands in until the real one is here; undefined when there is none, or it is broken. */
export function thumbHashUrl(thumbHash: string | undefined): string | undefined {
  if (!thumbHash) return undefined;
  try {
    return thumbHashToDataURL(bytesOf(thumbHash));
  } catch {
    return undefined;
  }
}
