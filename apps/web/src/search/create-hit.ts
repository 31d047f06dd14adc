import type { MessageId } from "@parley/schema";
import { useSearchParams } from "@solidjs/router";
import { type Accessor, createEffect, createMemo, on, onCleanup } from "solid-js";
import { parseHit } from "./hit-address.ts";

type Hit = { id: MessageId; seq: number };

/** The message that the address leads to, in a conversation that is open already gone to; its words are marked. */
export function createHit(jumpTo: (hit: Hit) => void): Accessor<Hit | undefined> {
  const [params] = useSearchParams<{ at?: string; q?: string }>();
  const hit = createMemo(() => parseHit(params.at));
  createEffect(on(hit, (it) => it && jumpTo(it), { defer: true }));
  createEffect(() => {
    const text = params.q;
    if (!text || !hit()) return;
    let stop: (() => void) | undefined;
    let isCurrent = true;
    void import("./mark-hits.ts").then(({ markHits }) => {
      if (isCurrent) stop = markHits(() => document.querySelector(".conv"), text);
    });
    onCleanup(() => {
      isCurrent = false;
      stop?.();
    });
  });
  return hit;
}
