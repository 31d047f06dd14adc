import { Icon } from "@parley/ui";
import { For, type JSX } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type Format, formats } from "./format-text.ts";

const signs: Record<Format, () => JSX.Element> = {
  bold: () => <b>B</b>,
  italic: () => <i>I</i>,
  strike: () => <s>S</s>,
  code: () => <code>{"<>"}</code>,
  spoiler: () => <Icon name="eye-off" size="sm" />,
  link: () => <Icon name="link" size="sm" />,
  quote: () => <span class="formatbar__quote">❞</span>,
  list: () => <span>•–</span>,
  numbers: () => <span>1.</span>,
  block: () => <code>{"{}"}</code>,
};

/** Formats for who does not know the marks: one tab stop, arrows go from one to the next. */
export function FormatBar(props: { onFormat(format: Format): void }) {
  const { t } = useI18n();
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) => {
    const all = [...event.currentTarget.querySelectorAll("button")];
    const at = all.indexOf(document.activeElement as HTMLButtonElement);
    const step = getComputedStyle(event.currentTarget).direction === "rtl" ? -1 : 1;
    const next = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: all.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    all[(next + all.length) % all.length]?.focus();
  };

  return (
    <div class="formatbar" role="toolbar" aria-label={t("formatting.bar")} tabindex="-1" onKeyDown={onKeyDown}>
      <For each={formats}>
        {(format, place) => (
          <button
            type="button"
            tabindex={place() === 0 ? 0 : -1}
            aria-label={t(`formatting.${format}`)}
            title={t(`formatting.${format}`)}
            // The field keeps the focus, and so what is selected in it.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => props.onFormat(format)}
          >
            {signs[format]()}
          </button>
        )}
      </For>
    </div>
  );
}
