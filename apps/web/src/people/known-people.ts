import type { UserId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import { createConversations } from "../sync/index.ts";

/** Those one already writes with, the latest first: what a picker offers before anything is typed. */
export function createKnownPeople(): Accessor<UserId[]> {
  const conversations = createConversations();
  return createMemo(() =>
    conversations().flatMap((entry) => (entry.kind === "direct" && entry.otherId ? [entry.otherId] : [])),
  );
}
