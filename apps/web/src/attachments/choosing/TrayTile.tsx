import type { AttachmentKind, DraftFile, MessageId } from "@parley/schema";
import { Icon, type IconName, Spinner } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createSource } from "../view/create-source.ts";
import { Picture } from "../view/Picture.tsx";
import type { Item } from "./create-items.ts";
import { attachmentOf } from "./taken-of.ts";
import "../view/album.css";

const icons: Partial<Record<AttachmentKind, IconName>> = { image: "image", video: "video", audio: "mic" };

/** One file in the tray: a picture as it will be seen, anything else by name. */
export function TrayTile(props: { item: Item; draftKey: string; isChosen: boolean; onChoose(): void }) {
  const { t, formatBytes } = useI18n();
  return (
    <button
      type="button"
      class="tile"
      data-kind={props.item.kind()}
      data-trouble={props.item.trouble() ? "" : undefined}
      aria-expanded={props.isChosen}
      aria-label={t("choosing.tile", { name: props.item.name(), size: formatBytes(props.item.size()) })}
      onClick={() => props.onChoose()}
    >
      <Switch fallback={<Named icon={icons[props.item.kind()] ?? "file-text"} name={props.item.name()} />}>
        <Match when={props.item.trouble()}>
          <Named icon="alert-circle" name={props.item.name()} />
        </Match>
        <Match when={props.item.kind() === "image" && props.item.drafted()}>
          {(file) => <TilePicture file={file()} draftKey={props.draftKey} />}
        </Match>
        <Match when={!props.item.drafted()}>
          <Spinner label={t("choosing.preparing")} />
        </Match>
      </Switch>
      <Show when={props.item.progress()}>
        {(upload) => (
          <progress
            class="tile__progress"
            aria-label={t("choosing.progress")}
            max={Math.max(1, upload().size)}
            value={upload().sent}
          />
        )}
      </Show>
      <Show when={props.item.alt().trim()}>
        <span class="tile__alt" aria-hidden="true">
          Alt
        </span>
      </Show>
    </button>
  );
}

/** From this device where it is here, else from the server, which has it as the draft's. */
function TilePicture(props: { file: DraftFile; draftKey: string }) {
  const source = createSource(
    () => ({ id: props.draftKey as string as MessageId, seq: 1 }),
    () => props.file,
    () => true,
  );
  return (
    <span class="tile__picture">
      {/* Not every browser can show what every phone makes. */}
      <Show when={source.own() === null && !props.file.thumbHash}>
        <Named icon="image" name={props.file.name} />
      </Show>
      <Picture file={attachmentOf(props.file)} source={source} isLarge={false} />
    </span>
  );
}

function Named(props: { icon: IconName; name: string }) {
  return (
    <span class="tile__file">
      <Icon name={props.icon} />
      <span class="tile__name" dir="auto">
        {props.name}
      </span>
    </span>
  );
}
