import { limits } from "@parley/schema";
import { Button, IconButton, TextInput } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Item } from "./create-items.ts";

/** Of the file that was picked in the tray: what will be sent of it, what is to be seen on it, and its place. */
export function TrayDetails(props: { item: Item; isFirst: boolean; isLast: boolean; onMove(by: number): void }) {
  const { t, formatBytes } = useI18n();
  const isSeen = () => props.item.kind() === "image" || props.item.kind() === "video";
  const sent = () => {
    const made = props.item.drafted();
    const before = props.item.source()?.size;
    if (!made) return formatBytes(before ?? 0);
    const { width, height } = made;
    const pixels = width && height ? `${width} × ${height}` : "";
    const size =
      before === undefined || made.size === before
        ? formatBytes(made.size)
        : t("choosing.smaller", { before: formatBytes(before), after: formatBytes(made.size) });
    return [size, pixels].filter(Boolean).join(" · ");
  };

  return (
    <div class="tray__details">
      <p class="tray__about">
        <span class="truncate" dir="auto">
          {props.item.name()}
        </span>
        <small>{sent()}</small>
        <Show when={props.item.trouble()}>
          {(trouble) => (
            <span class="error" role="alert">
              {t(trouble())}
            </span>
          )}
        </Show>
      </p>
      <Show when={props.item.canRetry()}>
        <Button size="sm" onClick={() => void props.item.retry()}>
          {t("app.tryAgain")}
        </Button>
      </Show>
      <IconButton
        icon="arrow-start"
        iconSize="sm"
        flips
        label={t("choosing.earlier")}
        disabled={props.isFirst}
        onClick={() => props.onMove(-1)}
      />
      <IconButton
        icon="arrow-end"
        iconSize="sm"
        flips
        label={t("choosing.later")}
        disabled={props.isLast}
        onClick={() => props.onMove(1)}
      />
      <Show when={isSeen()}>
        <TextInput
          aria-label={t("choosing.alt", { name: props.item.name() })}
          placeholder={t("choosing.altPlaceholder")}
          maxlength={limits.altLength}
          dir="auto"
          value={props.item.alt()}
          onInput={props.item.setAlt}
          onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
        />
      </Show>
    </div>
  );
}
