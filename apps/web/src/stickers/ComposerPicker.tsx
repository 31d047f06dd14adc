import type { FileId, Sticker } from "@parley/schema";
import { Segmented } from "@parley/ui";
import { createSignal, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { Composing } from "../messages/create-composing.ts";
import { EmojiPane } from "../messages/EmojiPane.tsx";
import { Picker } from "../messages/Picker.tsx";
import { useSync } from "../sync/index.ts";
import { sendSticker } from "./send-sticker.ts";
import "./stickers.css";

const EmojiSheet = lazy(() => import("../emoji/EmojiSheet.tsx").then((module) => ({ default: module.EmojiSheet })));
const StickerPane = lazy(() => import("./StickerPane.tsx").then((module) => ({ default: module.StickerPane })));
const GifPane = lazy(() => import("./GifPane.tsx").then((module) => ({ default: module.GifPane })));
const PackDialog = lazy(() => import("./PackDialog.tsx").then((module) => ({ default: module.PackDialog })));
const PackSheet = lazy(() => import("./PackSheet.tsx").then((module) => ({ default: module.PackSheet })));

/** Where something is made or looked at; or the pack of a sticker. */
type Opened = "new" | "emoji" | "newEmoji" | FileId;
type Tab = "emoji" | "stickers" | "gifs";

const labels = { emoji: "messages.allEmoji", stickers: "stickers.all", gifs: "stickers.gifs" } as const;

/** What a message can be made of besides letters: emoji into the words, stickers and moving pictures sent at once. */
export function ComposerPicker(props: {
  /** Where it is to open. */
  at: DOMRect | undefined;
  composing: Composing;
  mustWait: boolean;
  onEmoji(emoji: string): void;
  onSent(): void;
  onClose(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const [tab, setTab] = createSignal<Tab>("emoji");
  /** A pack or an emoji that is made or looked at: a dialog takes the picker's place. */
  const [open, setOpen] = createSignal<Opened>();
  const mayStick = () => !props.composing.editing() && !props.mustWait;
  const show = (what: Opened | undefined) => {
    setOpen(what);
    props.onClose();
  };
  const send = (sticker: Sticker) => {
    void sendSticker(sync, props.composing, sticker);
    props.onClose();
    props.onSent();
  };

  return (
    <>
      <Show when={props.at} keyed>
        {(at) => (
          <Picker at={at} label={t(labels[tab()])} onClose={props.onClose}>
            <Show when={mayStick()}>
              <Segmented<Tab>
                label={t("stickers.tabs")}
                value={tab()}
                options={[
                  { value: "emoji", label: t("stickers.emojiTab"), icon: "smile" },
                  { value: "stickers", label: t("stickers.all"), icon: "sticker" },
                  { value: "gifs", label: t("stickers.gifs"), icon: "gif" },
                ]}
                onChange={setTab}
              />
            </Show>
            <Suspense>
              <Switch
                fallback={
                  <EmojiPane
                    onOwn={(isAdding) => show(isAdding ? "newEmoji" : "emoji")}
                    onChoose={(emoji) => {
                      props.onEmoji(emoji);
                      props.onClose();
                    }}
                  />
                }
              >
                <Match when={mayStick() && tab() === "stickers"}>
                  <StickerPane
                    onChoose={send}
                    onOpen={({ pack }) => show(pack.stickers[0]?.fileId)}
                    onNew={() => show("new")}
                  />
                </Match>
                <Match when={mayStick() && tab() === "gifs"}>
                  <GifPane
                    onChoose={(taken) => {
                      void sync.do.sendMessage({ ...props.composing.takePlace(), ...taken });
                      props.onClose();
                      props.onSent();
                    }}
                  />
                </Match>
              </Switch>
            </Suspense>
          </Picker>
        )}
      </Show>
      <Suspense>
        <Switch>
          <Match when={open() === "new"}>
            <PackDialog onClose={() => setOpen(undefined)} />
          </Match>
          <Match when={open() === "emoji" || open() === "newEmoji"}>
            <EmojiSheet isAdding={open() === "newEmoji"} onClose={() => setOpen(undefined)} />
          </Match>
          <Match when={open() as FileId | undefined}>
            {(fileId) => <PackSheet fileId={fileId()} onClose={() => setOpen(undefined)} />}
          </Match>
        </Switch>
      </Suspense>
    </>
  );
}
