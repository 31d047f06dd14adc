import type { Sticker } from "@parley/schema";
import { Button, EmptyState, Icon } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { gridKeys } from "../messages/grid-keys.ts";
import { createKeptPacks, type Pack } from "./kept-packs.ts";
import { StickerPicture } from "./StickerPicture.tsx";
import "./stickers.css";

const columns = 4;

/** The stickers of all packs that the user keeps. */
export function StickerPane(props: { onChoose(sticker: Sticker): void; onOpen(pack: Pack): void; onNew(): void }) {
  const { t } = useI18n();
  const packs = createKeptPacks();
  let pane!: HTMLDivElement;

  return (
    <div
      ref={pane}
      class="picker__pane"
      role="presentation"
      onKeyDown={(event) => gridKeys(event, pane, { cell: ".stickergrid button", columns })}
    >
      <div class="picker__all">
        <Show
          when={packs().length > 0}
          fallback={<EmptyState icon="sticker" title={t("stickers.none")} text={t("stickers.noneHint")} />}
        >
          <For each={packs()}>
            {(it) => (
              <section aria-label={it.pack.name}>
                <h2 class="picker__head">
                  <button type="button" class="stickerhead" onClick={() => props.onOpen(it)}>
                    <bdi class="truncate">{it.pack.name}</bdi>
                    <Icon name="chevron-end" size="xs" />
                  </button>
                </h2>
                <div class="stickergrid">
                  <For each={it.pack.stickers}>
                    {(sticker) => (
                      <button
                        type="button"
                        aria-label={t("stickers.send", { emoji: sticker.emoji })}
                        onClick={() => props.onChoose(sticker)}
                      >
                        <StickerPicture packId={it.packId} sticker={sticker} />
                      </button>
                    )}
                  </For>
                </div>
              </section>
            )}
          </For>
        </Show>
      </div>
      <Button onClick={() => props.onNew()}>
        <Icon name="plus" size="sm" /> {t("stickers.new")}
      </Button>
    </div>
  );
}
