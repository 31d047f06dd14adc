import type { UserId } from "@parley/schema";
import { createSignal } from "solid-js";
import type { Api, PresenceRow } from "../api/types.ts";

const askMs = 60_000;
/** Screens that come together ask together. */
const gatherMs = 50;
const atOnce = 200;

/** Asks the server who is online, once for all screens of a tab: two that show the same person never disagree. */
export function makePresenceAsker(api: Api) {
  const [answers, setAnswers] = createSignal<ReadonlyMap<UserId, PresenceRow>>(new Map());
  const watched = new Map<UserId, number>();
  let soon: ReturnType<typeof setTimeout> | undefined;
  let later: ReturnType<typeof setInterval> | undefined;

  async function ask(ids: UserId[]) {
    if (document.visibilityState === "hidden") return;
    for (let from = 0; from < ids.length; from += atOnce) {
      const rows = await api.realtime.presence.query({ userIds: ids.slice(from, from + atOnce) });
      setAnswers((before) => new Map([...before, ...rows.map((row) => [row.userId, row] as const)]));
    }
  }
  const quietly = (ids: () => UserId[]) => void ask(ids()).catch(() => undefined);
  const all = () => [...watched.keys()];

  let fresh: UserId[] = [];
  function askSoon(ids: UserId[]) {
    if (ids.length === 0) return;
    fresh.push(...ids);
    soon ??= setTimeout(() => {
      soon = undefined;
      const wanted = [...new Set(fresh)];
      fresh = [];
      quietly(() => wanted);
    }, gatherMs);
  }

  return {
    answers,
    /** Keeps asking about these people; the answer ends it. */
    watch(ids: UserId[]): () => void {
      askSoon(ids);
      for (const id of ids) watched.set(id, (watched.get(id) ?? 0) + 1);
      later ??= setInterval(() => quietly(all), askMs);
      return () => {
        for (const id of ids) {
          const count = (watched.get(id) ?? 1) - 1;
          if (count > 0) watched.set(id, count);
          else watched.delete(id);
        }
      };
    },
    /** Asks again about those of them who are watched: something about them is new. */
    again: (ids: UserId[]) => askSoon(ids.filter((id) => watched.has(id))),
    stop() {
      clearTimeout(soon);
      clearInterval(later);
    },
  };
}
