/** Whether the database refused a write because someone else has this value already. */
export function isTaken(
  error: unknown,
  constraint: "users_username_key_key" | "users_email_key" | "conversations_address_key_key",
): boolean {
  return error instanceof Error && "constraint" in error && error.constraint === constraint;
}
