/** Who is here: people, however many sockets each has open. */
export type Presence<Id extends string> = {
  /** True when this is the person's first connection. */
  join(id: Id): boolean;
  /** True when this was the person's last connection. */
  leave(id: Id): boolean;
  countOf(id: Id): number;
  list(): Id[];
};

export function makePresence<Id extends string>(): Presence<Id> {
  const counts = new Map<Id, number>();
  return {
    join(id) {
      const before = counts.get(id) ?? 0;
      counts.set(id, before + 1);
      return before === 0;
    },
    leave(id) {
      const before = counts.get(id) ?? 0;
      if (before > 1) counts.set(id, before - 1);
      else counts.delete(id);
      return before <= 1;
    },
    countOf: (id) => counts.get(id) ?? 0,
    list: () => [...counts.keys()],
  };
}
