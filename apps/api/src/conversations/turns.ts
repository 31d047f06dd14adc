import type { ConversationId } from "@parley/schema";

/** Work that must not overlap, one after the other for each id. */
export type Turns<Id = ConversationId> = { take<T>(id: Id, work: () => Promise<T>): Promise<T> };

/**
 * The conversation's row is locked anyway, for all processes; but who waits for that lock holds one of the few connections
 * to the database. So whoever comes while somebody of this process is at it waits here: when a whole group reacts to one
 * message at once, everybody else is still answered.
 */
export function createTurns<Id = ConversationId>(): Turns<Id> {
  const last = new Map<Id, Promise<void>>();
  return {
    take(id, work) {
      const turn = (last.get(id) ?? Promise.resolve()).then(work);
      const over = turn.then(
        () => undefined,
        () => undefined,
      );
      last.set(id, over);
      void over.then(() => last.get(id) === over && last.delete(id));
      return turn;
    },
  };
}
