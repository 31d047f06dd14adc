import type { Person, UserId } from "@parley/schema";
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";

const pauseMs = 250;

/** People the server knows by that name, once the typing has paused; none offline. */
export function createPeopleSearch(query: Accessor<string>): {
  found: Accessor<Person[]>;
  me: Accessor<UserId | undefined>;
} {
  const sync = useSync();
  const [found, setFound] = createSignal<Person[]>([]);
  const me = () => {
    const session = sync.session();
    return typeof session === "object" ? session.userId : undefined;
  };
  createEffect(
    on(query, (typed) => {
      setFound([]);
      if (typed.trim() === "" || sync.status().state === "offline") return;
      const abort = new AbortController();
      const timer = setTimeout(async () => {
        const people = await sync.api.people.search.query({ query: typed }, { signal: abort.signal }).catch(() => []);
        if (!abort.signal.aborted) setFound(people);
      }, pauseMs);
      onCleanup(() => {
        clearTimeout(timer);
        abort.abort();
      });
    }),
  );
  return { found, me };
}
