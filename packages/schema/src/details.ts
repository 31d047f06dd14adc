import type { MessageDetails } from "./rows.ts";

/** The details of a message that are as its sender asked for; the server may add to them. */
export function detailsOf({ isSilent, expiresAfter, expiryStarts }: MessageDetails): MessageDetails {
  return {
    ...(isSilent && { isSilent }),
    ...(expiresAfter && { expiresAfter, ...(expiryStarts && { expiryStarts }) }),
  };
}
