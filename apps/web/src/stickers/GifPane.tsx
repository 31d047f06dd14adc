import { type FileId, type Gif, gifPath, newId } from "@parley/schema";
import { SearchInput, useToast } from "@parley/ui";
import { createResource, createSignal, For, Show } from "solid-js";
import type { Taken } from "../attachments/choosing/create-choosing.ts";
import { draftFileOf, takenOf } from "../attachments/choosing/taken-of.ts";
import { prepare } from "../attachments/prepare/index.ts";
import { createMotion } from "../attachments/view/create-motion.ts";
import { useI18n } from "../i18n/index.ts";
import { gridKeys } from "../messages/grid-keys.ts";
import { useSync } from "../sync/index.ts";
import "./stickers.css";

const columns = 2;

/** Moving pictures, found by words. One that is chosen is sent as a picture like any other. */
export function GifPane(props: { onChoose(taken: Taken): void }) {
  const { t, language } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const motion = createMotion();
  const [query, setQuery] = createSignal("");
  const [found] = createResource(
    () => ({ query: query().trim().slice(0, 80), language: language() }),
    (asked) => sync.api.gifs.search.query(asked).catch(() => null),
  );
  let pane!: HTMLDivElement;
  let isChosen = false;

  const choose = async ({ id, title }: Gif) => {
    if (isChosen) return;
    isChosen = true;
    try {
      const answer = await fetch(gifPath(id));
      if (!answer.ok) throw new Error(`There is no ${id}.`);
      const file = new File([await answer.blob()], `${id}.webp`);
      const made = await prepare(file, { isOriginal: true });
      const fileId = newId<FileId>();
      const [taken] = takenOf([draftFileOf(fileId, made, title)]);
      if (!taken) return;
      const { drafted: _, ...message } = taken;
      props.onChoose({ ...message, files: [{ fileId, name: made.name, blob: made.blob }] });
    } catch {
      // The network went, or the collection has lost it.
      isChosen = false;
      toast.show({ text: t("stickers.gifTrouble") });
    }
  };

  return (
    <div
      ref={pane}
      class="picker__pane"
      role="presentation"
      onKeyDown={(event) => gridKeys(event, pane, { cell: ".gifgrid button", columns })}
    >
      <SearchInput
        label={t("stickers.findGif")}
        placeholder={t("stickers.findGif")}
        value={query()}
        onInput={setQuery}
      />
      <div class="picker__all">
        <Show when={found.latest !== null} fallback={<p class="faint">{t("stickers.gifsOffline")}</p>}>
          <Show when={found.latest?.length !== 0} fallback={<p class="faint">{t("stickers.noGif")}</p>}>
            <div class="gifgrid">
              <For each={found.latest ?? []}>
                {(gif) => (
                  <button
                    type="button"
                    aria-label={t("stickers.sendGif", { title: gif.title })}
                    onClick={() => void choose(gif)}
                  >
                    <Show when={motion.isWanted()} fallback={<span dir="auto">{gif.title}</span>}>
                      <img src={gifPath(gif.id)} width={gif.width} height={gif.height} alt="" loading="lazy" />
                    </Show>
                  </button>
                )}
              </For>
            </div>
          </Show>
        </Show>
      </div>
    </div>
  );
}
