import type { CodeContent } from "@parley/schema";
import { Button, Icon, IconButton, useToast } from "@parley/ui";
import { createMemo, createSignal, Show } from "solid-js";
import { ColouredCode } from "../../formatting/ColouredCode.tsx";
import { useI18n } from "../../i18n/index.ts";
import { saveAs } from "./save-as.ts";

const firstLines = 12;

/** A piece of a program as a file: its first lines, all of them on demand, to copy or to keep. */
export function CodeSnippet(props: { content: CodeContent; isEntered: boolean }) {
  const { t } = useI18n();
  const toast = useToast();
  const [isOpen, setOpen] = createSignal(false);
  const lines = createMemo(() => props.content.code.replace(/\n$/, "").split("\n"));
  const isLong = () => lines().length > firstLines + 2;
  const shown = () => (isLong() && !isOpen() ? lines().slice(0, firstLines) : lines()).join("\n");
  const copy = async () => {
    await navigator.clipboard.writeText(props.content.code);
    toast.show({ text: t("messages.copied") });
  };
  const tab = () => (props.isEntered ? 0 : -1);

  return (
    <figure class="snippet">
      <figcaption class="snippet__head">
        <Icon name="file-text" size="sm" />
        <bdi class="truncate semi">{props.content.name}</bdi>
        <small>{t("kinds.code.lines", { count: lines().length })}</small>
        <IconButton
          icon="copy"
          iconSize="sm"
          size="sm"
          label={t("kinds.code.copy")}
          tabindex={tab()}
          onClick={() => void copy()}
        />
        <IconButton
          icon="download"
          iconSize="sm"
          size="sm"
          label={t("kinds.code.download", { name: props.content.name })}
          tabindex={tab()}
          onClick={() => saveAs(props.content.name, props.content.code, "text/plain")}
        />
      </figcaption>
      <pre class="snippet__code" dir="ltr" tabindex={tab()} role="region" aria-label={props.content.name}>
        <code>
          <ColouredCode code={shown()} language={props.content.language} />
        </code>
      </pre>
      <Show when={isLong()}>
        <Button
          size="sm"
          variant="ghost"
          isBlock
          tabindex={tab()}
          aria-expanded={isOpen()}
          onClick={() => setOpen((open) => !open)}
        >
          {isOpen() ? t("kinds.code.less") : t("kinds.code.more", { count: lines().length - firstLines })}
        </Button>
      </Show>
    </figure>
  );
}
