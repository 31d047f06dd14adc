import type { OwnVote, PollContent } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import type { TimelineMessage } from "../types.ts";
import { type ShownPoll, shownPoll } from "../view/shown-poll.ts";
import { useWorld } from "./sync-context.ts";

/** A poll as this person sees it: with their vote, and with what waits in the outbox done. */
export function createPoll(
  message: Accessor<Pick<TimelineMessage, "id"> & { content: PollContent }>,
): Accessor<ShownPoll> {
  const { world } = useWorld();
  return createMemo(() => {
    const { id, content } = message();
    const it = world();
    it?.ownChanges();
    const own = it?.own.get(`vote:${id}`)?.value as OwnVote | null | undefined;
    return shownPoll(id, content, own ?? null, it?.outbox() ?? []);
  });
}
