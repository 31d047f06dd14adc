import type { Mark } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { createPerson, type TimelineMessage } from "../sync/index.ts";
import type { MessageSetting } from "./message-actions.ts";

/** When a message was written, whom it has reached and who has read it. */
export function MessageInfo(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  marks: Mark[];
  onClose(): void;
}) {
  const { t, formatFull } = useI18n();
  const readers = () =>
    props.marks.filter((mark) => mark.userId !== props.message.senderId && mark.readSeq >= props.message.seq);
  const receivers = () =>
    props.marks.filter(
      (mark) =>
        mark.userId !== props.message.senderId &&
        mark.readSeq < props.message.seq &&
        mark.deliveredSeq >= props.message.seq,
    );

  return (
    <Dialog
      isOpen
      title={t("messages.info")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <p class="muted">{t("messages.sentAt", { when: formatFull(props.message.createdAt) })}</p>
      <Show when={props.message.editedAt}>
        {(at) => <p class="muted">{t("messages.editedAt", { when: formatFull(at()) })}</p>}
      </Show>
      <Show when={!props.setting.isSaved}>
        <People title={t("messages.readBy")} marks={readers()} />
        <People title={t("messages.deliveredTo")} marks={receivers()} />
        <Show when={readers().length + receivers().length === 0}>
          <p class="faint">{t("messages.noOneYet")}</p>
        </Show>
      </Show>
    </Dialog>
  );
}

function People(props: { title: string; marks: Mark[] }) {
  return (
    <Show when={props.marks.length > 0}>
      <section class="sect">
        <h3 class="sect__head">{props.title}</h3>
        <ul class="plain">
          <For each={props.marks}>
            {(mark) => {
              const person = createPerson(() => mark.userId);
              return <PersonRow id={mark.userId} person={person()} />;
            }}
          </For>
        </ul>
      </section>
    </Show>
  );
}
