import { limits, newId, type StickerPackId } from "@parley/schema";
import { Button, Dialog, Field, Icon, TextInput, useToast } from "@parley/ui";
import { createSignal, createUniqueId, For, lazy, Show, Suspense, untrack } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { pickFiles } from "../attachments/choosing/pick-files.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { carryTile, placeByKey, reordered } from "./carry-tile.ts";
import type { Pack } from "./kept-packs.ts";
import { makeSticker } from "./make-sticker.ts";
import { type Item, PackTile } from "./PackTile.tsx";
import "./stickers.css";

const EmojiPicker = lazy(() =>
  import("../messages/EmojiPicker.tsx").then((module) => ({ default: module.EmojiPicker })),
);

/** Where a pack is made, or one's own is changed. */
export function PackDialog(props: { before?: Pack; onClose(): void }) {
  const { t, formatNumber } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const [formId, hintId] = [createUniqueId(), createUniqueId()];
  const before = untrack(() => props.before);
  const packId = before?.packId ?? newId<StickerPackId>();
  const [name, setName] = createSignal(before?.pack.name ?? "");
  const [items, setItems] = createSignal<Item[]>(before?.pack.stickers.map((sticker) => ({ sticker })) ?? []);
  const [making, setMaking] = createSignal(0);
  const [error, setError] = createSignal<"stickers.nameMissing" | "stickers.pictureMissing">();
  const [moved, setMoved] = createSignal<{ number: number; count: number }>();
  const [picking, setPicking] = createSignal<{ fileId: string; at: DOMRect }>();

  const add = async (files: readonly File[]) => {
    setMaking((count) => count + files.length);
    for (const file of files) {
      const made = items().length < limits.stickersEach ? await makeSticker(file) : "stickers.full";
      setMaking((count) => count - 1);
      const side = formatNumber(limits.smallPictureSide);
      if (typeof made === "string")
        toast.show({ text: t(made, { name: file.name, count: limits.stickersEach, side }) });
      else setItems((all) => [...all, made]);
    }
    setError(undefined);
  };
  const setEmoji = (fileId: string, emoji: string) =>
    setItems((all) =>
      all.map((it) => (it.sticker.fileId === fileId ? { ...it, sticker: { ...it.sticker, emoji } } : it)),
    );
  let grid!: HTMLUListElement;
  const tiles = () => [...grid.children] as HTMLElement[];
  const put = (from: number, to: number) => {
    setItems((all) => reordered(all, from, to));
    setMoved({ number: to + 1, count: items().length });
  };
  const moveByKey = (event: KeyboardEvent) => {
    const handle = event.currentTarget as HTMLElement;
    const at = tiles().findIndex((it) => it.contains(handle));
    const to = placeByKey(event.key, at, tiles());
    if (to === undefined) return;
    event.preventDefault();
    put(at, to);
    // It was taken out of the page on its way.
    handle.focus();
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!name().trim()) return void setError("stickers.nameMissing");
    if (items().length === 0) return void setError("stickers.pictureMissing");
    const session = sync.session();
    if (making() > 0 || typeof session !== "object") return;
    const stickers = items().map((it) => it.sticker);
    const files = items().flatMap(({ sticker, blob }) =>
      blob ? [{ fileId: sticker.fileId, name: "sticker.webp", blob }] : [],
    );
    const shared = before?.pack.isShared && { isShared: true as const };
    const pack = { name: name().trim(), ownerId: session.userId, stickers, ...shared };
    // Who leaves right after finds it again: it closes when it is kept.
    if (await act.run(() => sync.do.setStickers(packId, pack, files))) props.onClose();
  };

  return (
    <Dialog
      isOpen
      isWide
      title={before ? t("stickers.editTitle") : t("stickers.newTitle")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={act.isBusy()}>
            {t("stickers.save")}
          </Button>
        </>
      }
    >
      <form id={formId} class="packform" onSubmit={(event) => void save(event)} novalidate>
        <FormError act={act} />
        <Field label={t("stickers.name")} error={error() && t(error() as NonNullable<ReturnType<typeof error>>)}>
          <TextInput
            autofocus
            dir="auto"
            maxlength={limits.packNameLength}
            value={name()}
            onInput={(text) => {
              setName(text);
              setError(undefined);
            }}
          />
        </Field>
        <ul ref={grid} class="packform__all" aria-label={t("stickers.pictures")}>
          <For each={items()}>
            {(item, at) => (
              <PackTile
                packId={packId}
                item={item}
                number={at() + 1}
                count={items().length}
                describedBy={hintId}
                onHold={(event) => carryTile(event, tiles()[at()] as HTMLElement, { tiles, put })}
                onKey={moveByKey}
                onEmoji={(at) => setPicking({ fileId: item.sticker.fileId, at })}
                onRemove={() => setItems((all) => all.filter((it) => it !== item))}
              />
            )}
          </For>
        </ul>
        <div class="packform__foot">
          <Button onClick={() => void pickFiles("image/*").then(add)} disabled={items().length >= limits.stickersEach}>
            <Icon name="plus" size="sm" /> {t("stickers.addPictures")}
          </Button>
          <span class="hint" role="status">
            {making() > 0 ? t("choosing.preparing") : t("stickers.hint")}
          </span>
        </div>
        <Show when={items().length > 1}>
          <p class="hint" id={hintId}>
            {t("stickers.orderHint")}
          </p>
        </Show>
        <p class="sr" role="status">
          <Show when={moved()}>{(it) => t("stickers.movedTo", it())}</Show>
        </p>
        <Suspense>
          <Show when={picking()} keyed>
            {(it) => (
              <EmojiPicker
                at={it.at}
                onChoose={(emoji) => setEmoji(it.fileId, emoji)}
                onClose={() => picking() === it && setPicking(undefined)}
              />
            )}
          </Show>
        </Suspense>
      </form>
    </Dialog>
  );
}
