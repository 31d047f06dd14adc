import { createEffect, createSignal, type JSX, on, Show } from "solid-js";
import type { Coloured } from "./highlight.ts";

/** Code in the colours of its language, which load when it is first seen; as it is until then. */
export function ColouredCode(props: { code: string; language: string }) {
  const [coloured, setColoured] = createSignal<Coloured[]>();
  createEffect(
    on([() => props.code, () => props.language], async ([code, language]) => {
      setColoured(undefined);
      if (!language) return;
      // Without a network, and not fetched before, it stays as it is.
      const found = await import("./highlight.ts").then((it) => it.highlight(code, language)).catch(() => undefined);
      if (code === props.code && language === props.language) setColoured(found);
    }),
  );
  return (
    <Show when={coloured()} fallback={props.code}>
      {(all) => inColour(all())}
    </Show>
  );
}

function inColour(of: readonly Coloured[]): JSX.Element {
  return of.map((it) => (typeof it === "string" ? it : <span data-code={it.kind}>{inColour(it.of)}</span>));
}
