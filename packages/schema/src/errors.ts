/** The closed list of what an answer can refuse with. The web decides by code, and says the reason in the reader's language. */
export const errorCodes = [
  "bad_input",
  "not_signed_in",
  "not_allowed",
  "not_found",
  "conflict",
  "gone",
  "too_large",
  "rate_limited",
  "unavailable",
  "internal",
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** What exactly was wrong; each has a sentence in every i18n catalog under `error.<reason>`. */
export const errorReasons = [
  "bad_input",
  "already_signed_in",
  "signed_out",
  "session_revoked",
  "suspended",
  "not_allowed",
  "not_found",
  "takes_no_messages",
  "not_addable",
  "username_invalid",
  "username_taken",
  "username_confusable",
  "email_invalid",
  "email_taken",
  "code_wrong",
  "code_expired",
  "passkey_unknown",
  "passkey_failed",
  "challenge_expired",
  "last_way_in",
  "too_many_passkeys",
  "sign_up_closed",
  "message_empty",
  "message_too_long",
  "message_deleted",
  "file_empty",
  "file_too_large",
  "file_unfinished",
  "file_in_check",
  "file_refused",
  "storage_full",
  "thread_gone",
  "too_late_to_delete",
  "too_many_reactions",
  "emoji_name_taken",
  "too_many_pins",
  "poll_closed",
  "vote_final",
  "group_full",
  "too_many_invites",
  "owner_must_hand_over",
  "already_member",
  "not_member",
  "invite_ended",
  "banned",
  "address_invalid",
  "address_taken",
  "address_confusable",
  "too_many_requests",
  "picture_unreadable",
  "too_large",
  "too_fast",
  "slow_mode",
  "unavailable",
  "internal",
] as const;

export type ErrorReason = (typeof errorReasons)[number];

/** An error meant for the caller. Everything else that is thrown is a bug and becomes `internal` with a request id. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly reason: ErrorReason;
  /** Seconds to wait before trying again; only with `rate_limited`. */
  readonly retryAfter: number | undefined;

  constructor(code: ErrorCode, reason: ErrorReason, sentence: string, options: { retryAfter?: number } = {}) {
    super(sentence);
    this.name = "AppError";
    this.code = code;
    this.reason = reason;
    this.retryAfter = options.retryAfter;
  }
}

/** What an error looks like on the wire, under tRPC's `error.data.app`. */
export type WireError = {
  code: ErrorCode;
  reason: ErrorReason;
  sentence: string;
  retryAfter?: number;
  requestId?: string;
};
