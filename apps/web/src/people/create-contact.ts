import type { ContactValue, UserId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { createOwn } from "../sync/index.ts";

/** The user's contacts, by whom. */
export function createContacts(): Accessor<ReadonlyMap<UserId, ContactValue>> {
  const rows = createOwn<ContactValue>("contact");
  return createMemo(() => new Map(rows().map(({ key, value }) => [key as UserId, value])));
}
