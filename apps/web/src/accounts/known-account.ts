import type { Person, UserId } from "@parley/schema";

export type KnownAccount = { userId: UserId; displayName: string; username: string };

const storageKey = "parley.knownAccount";

/** Who signed in here last: offered first next time. Holds a name and nothing that opens anything. */
export function knownAccount(storage: Pick<Storage, "getItem">): KnownAccount | undefined {
  try {
    const kept: unknown = JSON.parse(storage.getItem(storageKey) ?? "null");
    return isKnownAccount(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

export function rememberAccount(person: Person, storage: Pick<Storage, "setItem">): void {
  const { id, displayName, username } = person;
  storage.setItem(storageKey, JSON.stringify({ userId: id, displayName, username } satisfies KnownAccount));
}

export function forgetAccount(storage: Pick<Storage, "removeItem">): void {
  storage.removeItem(storageKey);
}

function isKnownAccount(value: unknown): value is KnownAccount {
  if (typeof value !== "object" || value === null) return false;
  return ["userId", "displayName", "username"].every(
    (name) => name in value && typeof Reflect.get(value, name) === "string",
  );
}
