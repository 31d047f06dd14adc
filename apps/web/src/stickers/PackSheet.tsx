import { AppError, type FileId, type MessageId, type ShownPack, type StickerPackId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { createEffect, createMemo, createSignal, Index, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { createKeptPacks, hasSticker, type Pack } from "./kept-packs.ts";
import { SharePack } from "./SharePack.tsx";
import { StickerPicture } from "./StickerPicture.tsx";
import "./stickers.css";

const PackDialog = lazy(() => import("./PackDialog.tsx").then((module) => ({ default: module.PackDialog })));

type Props = {
  /** Of a sticker in it; in this message, when the pack is not kept. */
  fileId?: FileId;
  messageId?: MessageId;
  /** Of a link that leads to it. */
  packId?: StickerPackId;
  onClose(): void;
};

/** A pack, to keep, to change, to share or to give up: that of a sticker in a message, one of those kept, or one shared by a link. */
export function PackSheet(props: Props) {
  const { t } = useI18n();
  const sync = useSync();
  const packs = createKeptPacks();
  const [isEditing, setEditing] = createSignal(false);
  const [isEnding, setEnding] = createSignal(false);
  const kept = createMemo(() =>
    packs().find(({ packId, pack }) => packId === props.packId || (props.fileId && hasSticker(pack, props.fileId))),
  );
  // No resource: what suspends takes the dialog out of the page.
  const [shown, setShown] = createSignal<ShownPack | "gone" | "unreachable">();
  const ask = async ({ packId, messageId, fileId }: Props) => {
    try {
      if (packId) return await sync.api.stickers.find.query({ packId });
      return messageId && fileId ? await sync.api.stickers.show.query({ messageId, fileId }) : ("gone" as const);
    } catch (error) {
      return error instanceof AppError && error.code === "not_found" ? ("gone" as const) : ("unreachable" as const);
    }
  };
  createEffect(() => {
    if (!kept()) void ask(props).then(setShown);
  });
  const found = (): Pack | undefined => {
    const answer = shown();
    return kept() ?? (typeof answer === "object" ? answer : undefined);
  };
  const trouble = () => {
    const answer = shown();
    return !found() && typeof answer === "string" ? answer : undefined;
  };
  const isMine = () => {
    const session = sync.session();
    return typeof session === "object" && found()?.pack.ownerId === session.userId;
  };
  const keep = ({ packId, pack }: Pack) => {
    void sync.do.setStickers(packId, { ...pack, ...(props.messageId && { foundIn: props.messageId }) });
    props.onClose();
  };
  const giveUp = ({ packId }: Pack) => {
    void sync.do.setStickers(packId, null);
    props.onClose();
  };

  const Actions = () => (
    <Switch fallback={<Button onClick={props.onClose}>{t("stickers.close")}</Button>}>
      <Match when={isEnding() && found()}>
        {(it) => (
          <>
            <Button onClick={() => setEnding(false)}>{t("app.cancel")}</Button>
            <Button variant="danger" onClick={() => giveUp(it())}>
              {t("stickers.endNow")}
            </Button>
          </>
        )}
      </Match>
      <Match when={kept() && isMine()}>
        <Button onClick={() => setEnding(true)}>{t("stickers.end")}</Button>
        <Button variant="primary" onClick={() => setEditing(true)}>
          {t("stickers.edit")}
        </Button>
      </Match>
      <Match when={kept()}>
        {(it) => (
          <>
            <Button onClick={props.onClose}>{t("stickers.close")}</Button>
            <Button onClick={() => giveUp(it())}>{t("stickers.remove")}</Button>
          </>
        )}
      </Match>
      <Match when={found()}>
        {(it) => (
          <>
            <Button onClick={props.onClose}>{t("stickers.close")}</Button>
            <Button variant="primary" onClick={() => keep(it())}>
              {t("stickers.keep")}
            </Button>
          </>
        )}
      </Match>
    </Switch>
  );

  return (
    <Show
      when={isEditing() && kept()}
      fallback={
        <Dialog isOpen title={found()?.pack.name ?? t("stickers.pack")} onClose={props.onClose} actions={<Actions />}>
          <Show when={!isEnding()} fallback={<p>{t("stickers.endText")}</p>}>
            <Show when={trouble()}>
              {(why) => (
                <p class="muted">{t(props.packId && why() === "gone" ? "stickers.linkGone" : `stickers.${why()}`)}</p>
              )}
            </Show>
            <Show when={found()}>
              {(it) => (
                // What suspends in it must not take the dialog out of the page: it would come back as none.
                <Suspense>
                  <ul class="stickersheet">
                    <Index each={it().pack.stickers}>
                      {(sticker) => (
                        <li>
                          <span
                            class="stickersheet__one"
                            role="img"
                            aria-label={t("stickers.named", { emoji: sticker().emoji })}
                          >
                            <StickerPicture
                              packId={it().packId}
                              sticker={sticker()}
                              seenIn={kept() ? undefined : props.messageId}
                            />
                          </span>
                        </li>
                      )}
                    </Index>
                  </ul>
                </Suspense>
              )}
            </Show>
            <Show when={kept()}>{(it) => <SharePack of={it()} isMine={isMine()} onLeave={props.onClose} />}</Show>
          </Show>
        </Dialog>
      }
    >
      {(it) => (
        <Suspense>
          <PackDialog before={it()} onClose={props.onClose} />
        </Suspense>
      )}
    </Show>
  );
}
