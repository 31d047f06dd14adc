import { Spinner } from "@parley/ui";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Item } from "./create-items.ts";
import { iconOf, Named, TilePicture } from "./TilePicture.tsx";

/** One file in the tray: a picture as it will be seen, anything else by name. */
export function TrayTile(props: { item: Item; draftKey: string; isChosen: boolean; onChoose(): void }) {
  const { t, formatBytes } = useI18n();
  const alt = () => props.item.alt().trim();
  const label = () => {
    const about = { name: props.item.name(), size: formatBytes(props.item.size()) };
    return alt() ? t("choosing.tileAlt", { ...about, alt: alt() }) : t("choosing.tile", about);
  };
  return (
    <button
      type="button"
      class="tile"
      data-kind={props.item.kind()}
      data-trouble={props.item.trouble() ? "" : undefined}
      aria-expanded={props.isChosen}
      aria-label={label()}
      onClick={() => props.onChoose()}
    >
      <Switch fallback={<Named icon={iconOf(props.item.kind())} name={props.item.name()} />}>
        <Match when={props.item.trouble()}>
          <Named icon="alert-circle" name={props.item.name()} />
        </Match>
        <Match when={!props.item.isReady()}>
          <Spinner label={t("choosing.preparing")} />
        </Match>
        <Match when={props.item.kind() === "image" && props.item.drafted()}>
          {(file) => <TilePicture file={file()} holderId={props.draftKey} />}
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
      <Show when={alt()}>
        <span class="tile__alt" aria-hidden="true">
          Alt
        </span>
      </Show>
    </button>
  );
}
