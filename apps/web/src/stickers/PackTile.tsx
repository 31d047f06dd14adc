import type { StickerPackId } from "@parley/schema";
import { IconButton } from "@parley/ui";
import { createMemo, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { NewSticker } from "./make-sticker.ts";
import { StickerPicture } from "./StickerPicture.tsx";

export type Item = Pick<NewSticker, "sticker"> & Partial<Pick<NewSticker, "blob">>;

/** A picture of the pack that is being made, with the emoji it stands for. */
export function PackTile(props: {
  packId: StickerPackId;
  item: Item;
  /** From 1. */
  number: number;
  count: number;
  /** Says how it is moved. */
  describedBy: string;
  onEmoji(at: DOMRect): void;
  onRemove(): void;
  onHold(event: PointerEvent): void;
  onKey(event: KeyboardEvent): void;
}) {
  const { t } = useI18n();
  const address = createMemo(() => {
    if (!props.item.blob) return undefined;
    const url = URL.createObjectURL(props.item.blob);
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });

  return (
    <li class="packtile">
      <Show when={address()} fallback={<StickerPicture packId={props.packId} sticker={props.item.sticker} />}>
        {(url) => (
          <span class="stickerpic">
            <img class="pic__img" data-here="" src={url()} alt="" />
          </span>
        )}
      </Show>
      <button
        type="button"
        class="packtile__move"
        aria-label={t("stickers.place", {
          emoji: props.item.sticker.emoji,
          number: props.number,
          count: props.count,
        })}
        aria-describedby={props.describedBy}
        onPointerDown={(event) => event.button === 0 && props.onHold(event)}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => props.onKey(event)}
      />
      <button
        type="button"
        class="packtile__emoji"
        aria-label={t("stickers.emoji", { emoji: props.item.sticker.emoji })}
        onClick={(event) => props.onEmoji(event.currentTarget.getBoundingClientRect())}
      >
        {props.item.sticker.emoji}
      </button>
      <IconButton
        icon="x"
        iconSize="xs"
        size="sm"
        class="packtile__remove"
        label={t("stickers.removeOne", { emoji: props.item.sticker.emoji })}
        onClick={() => props.onRemove()}
      />
    </li>
  );
}
