import type { AttachmentKind } from "@parley/schema";
import { Icon, type IconName, Spinner } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Item } from "./create-items.ts";

const icons: Partial<Record<AttachmentKind, IconName>> = { image: "image", video: "video", audio: "mic" };

/** One file in the tray: a picture as it will be seen, anything else by name. */
export function TrayTile(props: { item: Item; isChosen: boolean; onChoose(): void }) {
  const { t, formatBytes } = useI18n();
  return (
    <button
      type="button"
      class="tile"
      data-kind={props.item.kind()}
      data-trouble={props.item.trouble() ? "" : undefined}
      aria-expanded={props.isChosen}
      aria-label={t("choosing.tile", { name: props.item.file.name, size: formatBytes(props.item.size()) })}
      onClick={() => props.onChoose()}
    >
      <Switch
        fallback={
          <span class="tile__file">
            <Icon name={icons[props.item.kind()] ?? "file-text"} />
            <span class="tile__name" dir="auto">
              {props.item.file.name}
            </span>
          </span>
        }
      >
        <Match when={props.item.trouble()}>
          <span class="tile__file">
            <Icon name="alert-circle" />
            <span class="tile__name" dir="auto">
              {props.item.file.name}
            </span>
          </span>
        </Match>
        <Match when={props.item.address()}>
          {(url) => <img src={url()} alt="" draggable={false} onError={() => props.item.giveUpAddress()} />}
        </Match>
        <Match when={!props.item.prepared()}>
          <Spinner label={t("choosing.preparing")} />
        </Match>
      </Switch>
      <Show when={props.item.alt().trim()}>
        <span class="tile__alt" aria-hidden="true">
          Alt
        </span>
      </Show>
    </button>
  );
}
