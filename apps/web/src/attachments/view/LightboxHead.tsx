import { IconButton } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { canForward } from "../../messages/passing-on/can-forward.ts";
import { PersonAvatar } from "../../people/PersonAvatar.tsx";
import { createPerson, type TimelineMessage, useSync } from "../../sync/index.ts";
import { asSent } from "../as-sent.ts";
import type { Medium } from "./create-media-list.ts";
import type { ViewerProps } from "./FileViewer.tsx";
import { canTakeOut } from "./RemoveFromAlbum.tsx";
import { saveFile } from "./save-file.ts";

/** Who sent what is shown and when, and what can be done with it. */
export function LightboxHead(
  props: ViewerProps & {
    medium: Medium;
    titleId: string;
    place: { number: number; count: number };
    onTakeOut(medium: Medium): void;
  },
) {
  const { t, formatDay, formatTime } = useI18n();
  const sync = useSync();
  const person = createPerson(() => props.medium.message.senderId);
  const isOwn = () => props.medium.message.senderId === props.setting.me;
  const name = () => (isOwn() ? t("messages.you") : (person()?.displayName ?? ""));
  const at = () => props.medium.message.createdAt;
  /** As the timeline has it, which knows more; else as it is on the device. */
  const message = (): TimelineMessage => props.setting.find(props.medium.message.id) ?? asSent(props.medium.message);
  /** A gallery is asked of the server, and does not notice what leaves it. */
  const mayTakeOut = () => !props.media && canTakeOut(props.medium.message, props.setting.me);
  /** What opens next takes the place of this. */
  const then = (act: (message: TimelineMessage) => void) => {
    const acted = message();
    props.onClose();
    act(acted);
  };

  return (
    <header class="lightbox__head">
      <PersonAvatar id={props.medium.message.senderId} person={person()} size={32} />
      <h2 class="lightbox__who" id={props.titleId}>
        <b class="truncate">
          <bdi>{name()}</bdi>
        </b>
        <span>
          {t("files.when", { day: formatDay(at(), sync.serverNow()), time: formatTime(at()) })}
          <span class="sr">
            {t(`files.one.${props.medium.file.kind === "video" ? "video" : "image"}`)}, {props.place.number} /{" "}
            {props.place.count}
          </span>
        </span>
      </h2>
      <IconButton
        icon="chat"
        label={t("files.jump")}
        onClick={() => then((it) => props.actions.jumpTo(it.id, it.seq || undefined))}
      />
      <Show when={canForward(message())}>
        <IconButton icon="forward" flips label={t("passing.forward")} onClick={() => then(props.actions.forward)} />
      </Show>
      <IconButton
        icon="download"
        label={t("files.save", { what: props.medium.file.name })}
        onClick={() => void saveFile(sync, props.medium.message.id, props.medium.file)}
      />
      <Show when={mayTakeOut() || props.setting.canDelete(message())}>
        <IconButton
          icon="trash"
          label={t("messages.deleteDots")}
          onClick={() => (mayTakeOut() ? props.onTakeOut(props.medium) : then(props.actions.askDelete))}
        />
      </Show>
      <IconButton icon="x" label={t("app.close")} autofocus onClick={() => props.onClose()} />
    </header>
  );
}
