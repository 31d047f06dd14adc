import type { MessageDetails } from "./rows.ts";

type AsAsked = Pick<MessageDetails, "isSilent" | "noLink" | "expiresAfter" | "expiryStarts">;

/** The details of a message that are as its sender asked for; the server may add to them. */
export function detailsOf({ isSilent, noLink, expiresAfter, expiryStarts }: AsAsked): MessageDetails {
  return {
    ...(isSilent && { isSilent }),
    ...(noLink && { noLink }),
    ...(expiresAfter && { expiresAfter, ...(expiryStarts && { expiryStarts }) }),
  };
}
