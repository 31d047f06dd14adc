import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { TimelineMessage } from "../sync/index.ts";

const settledMs = 400;

/** The messages that mention the reader and have not been seen since the conversation was opened, oldest first. */
export function createNextMention(source: {
  mentions: Accessor<readonly number[]>;
  messages: Accessor<readonly TimelineMessage[]>;
  log: Accessor<HTMLElement | undefined>;
}) {
  const [left, setLeft] = createSignal<readonly number[]>([]);
  const seen = new Set<number>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const forget = (seqs: readonly number[]) => {
    for (const seq of seqs) seen.add(seq);
    if (seqs.length > 0) setLeft((before) => before.filter((seq) => !seen.has(seq)));
  };
  /** What is in sight has been found. */
  const look = () => {
    const box = source.log()?.getBoundingClientRect();
    if (!box) return;
    forget(
      left().filter((seq) => {
        const id = source.messages().find((message) => message.seq === seq)?.id;
        const row = id && source.log()?.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect();
        return row && row.top >= box.top && row.top < box.bottom;
      }),
    );
  };

  createEffect(
    on(source.mentions, (now) => {
      setLeft((before) => [...new Set([...before, ...now])].filter((seq) => !seen.has(seq)).sort((a, b) => a - b));
    }),
  );
  // Rows take a moment to stand where they will, and those of the page that was asked for come later.
  createEffect(
    on([left, () => source.messages().length], () => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        look();
        timer = setTimeout(look, settledMs * 3);
      }, settledMs);
    }),
  );
  onCleanup(() => clearTimeout(timer));

  return {
    count: () => left().length,
    look,
    /** The next one's seq, which then counts as seen. */
    take(): number | undefined {
      const [next] = left();
      if (next !== undefined) forget([next]);
      return next;
    },
  };
}
