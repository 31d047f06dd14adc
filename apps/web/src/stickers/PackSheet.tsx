import { AppError, type FileId, type MessageId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { createMemo, createResource, createSignal, For, lazy, Match, Show, Suspense, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { createKeptPacks, hasSticker, type Pack } from "./kept-packs.ts";
import { StickerPicture } from "./StickerPicture.tsx";
import "./stickers.css";

const PackDialog = lazy(() => import("./PackDialog.tsx").then((module) => ({ default: module.PackDialog })));

/** A pack, to keep, to change or to give up: the one of a sticker in a message, or one of those that are kept. */
export function PackSheet(props: { fileId: FileId; messageId?: MessageId; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const packs = createKeptPacks();
  const [isEditing, setEditing] = createSignal(false);
  const [isEnding, setEnding] = createSignal(false);
  const kept = createMemo(() => packs().find(({ pack }) => hasSticker(pack, props.fileId)));
  const [shown] = createResource(
    () => (kept() ? undefined : props.messageId),
    (messageId) =>
      sync.api.stickers.show
        .query({ messageId, fileId: props.fileId })
        .catch((error: unknown) =>
          error instanceof AppError && error.code === "not_found" ? ("gone" as const) : ("unreachable" as const),
        ),
  );
  const found = (): Pack | undefined => {
    const answer = shown.latest;
    return kept() ?? (typeof answer === "object" ? answer : undefined);
  };
  const trouble = () => {
    const answer = shown.latest;
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
            <Show when={trouble()}>{(why) => <p class="muted">{t(`stickers.${why()}`)}</p>}</Show>
            <Show when={found()}>
              {(it) => (
                <ul class="stickersheet">
                  <For each={it().pack.stickers}>
                    {(sticker) => (
                      <li>
                        <span
                          class="stickersheet__one"
                          role="img"
                          aria-label={t("stickers.named", { emoji: sticker.emoji })}
                        >
                          <StickerPicture
                            packId={it().packId}
                            sticker={sticker}
                            seenIn={kept() ? undefined : props.messageId}
                          />
                        </span>
                      </li>
                    )}
                  </For>
                </ul>
              )}
            </Show>
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
