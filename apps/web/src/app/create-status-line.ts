import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";
import { lineAfter, type StatusLine, statusLineOf } from "./status-line.ts";

const holdMs = 1_000;
// Every start connects; only one that drags on is worth a line.
const connectingMs = 3_000;
const backMs = 3_000;

/** The line to show. A state must last a second before it shows or goes: on a bad network a flickering line looks broken. */
export function createStatusLine(): Accessor<StatusLine | undefined> {
  const sync = useSync();
  const [shown, setShown] = createSignal<StatusLine>();
  const now = createMemo(() => statusLineOf(sync.status(), sync.uploads()), undefined, {
    equals: isSame,
  });
  const kind = createMemo(() => now()?.kind);
  let wasOffline = false;

  createEffect(
    on(kind, () => {
      const timer = setTimeout(
        () => {
          wasOffline ||= kind() === "offline";
          setShown(lineAfter(shown(), now(), wasOffline));
          if (!kind()) wasOffline = false;
        },
        kind() === "connecting" && !shown() ? connectingMs : holdMs,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );
  // A count that moves while its line is up moves at once.
  createEffect(() => {
    const next = now();
    if (next && next.kind === shown()?.kind && !isSame(next, shown())) setShown(next);
  });
  createEffect(() => {
    if (shown()?.kind !== "back") return;
    const timer = setTimeout(() => setShown(undefined), backMs);
    onCleanup(() => clearTimeout(timer));
  });
  return shown;
}

const isSame = (one: StatusLine | undefined, other: StatusLine | undefined) =>
  one?.kind === other?.kind && one?.count === other?.count && one?.percent === other?.percent;
