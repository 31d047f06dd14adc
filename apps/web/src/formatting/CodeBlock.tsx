import { Icon } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { ColouredCode } from "./ColouredCode.tsx";

/** Code as it was written, with its language, a way to copy it and a way to fold its long lines. */
export function CodeBlock(props: { code: string; language: string; isEntered: boolean | undefined }) {
  const { t } = useI18n();
  const [isWrapped, setWrapped] = createSignal(false);
  const [isCopied, setCopied] = createSignal(false);
  const tabIndex = () => (props.isEntered ? 0 : -1);
  const copy = async () => {
    await navigator.clipboard.writeText(props.code);
    setCopied(true);
    setTimeout(() => setCopied(false), 2_000);
  };

  return (
    <figure class="fmt codeblock" dir="ltr" data-wrapped={isWrapped() ? "" : undefined}>
      <figcaption class="codeblock__bar">
        <span class="codeblock__lang">{props.language || t("formatting.code")}</span>
        <button
          type="button"
          tabindex={tabIndex()}
          aria-pressed={isWrapped()}
          onClick={() => setWrapped((before) => !before)}
        >
          {t("formatting.wrap")}
        </button>
        <button type="button" tabindex={tabIndex()} onClick={() => void copy()}>
          <Show when={isCopied()} fallback={t("formatting.copyCode")}>
            <Icon name="check" size="xs" /> {t("messages.copied")}
          </Show>
        </button>
      </figcaption>
      {/* Wide code is scrolled, by keyboard too. */}
      <pre
        class="codeblock__code"
        tabindex={tabIndex()}
        role="region"
        aria-label={props.language || t("formatting.code")}
      >
        <code>
          <ColouredCode code={props.code} language={props.language} />
        </code>
      </pre>
    </figure>
  );
}
