import { lengthOf, limits } from "@parley/schema";
import { Button, Dialog, EmptyState, Field, IconButton, TextArea } from "@parley/ui";
import { createMemo, createSignal, For, Show } from "solid-js";
import { takenOf, waitingFileOf } from "../attachments/choosing/taken-of.ts";
import { WaitingFiles } from "../attachments/choosing/WaitingFiles.tsx";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import type { Scheduled } from "./ScheduledBar.tsx";
import { SendLater } from "./SendLater.tsx";

/** What waits here for its time: to be read again, put off, rewritten, sent at once or dropped. */
export function ScheduledList(props: { messages: Scheduled[]; onClose(): void }) {
  const { t } = useI18n();
  return (
    <Dialog
      isOpen
      isWide
      title={t("later.list")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <Show when={props.messages.length > 0} fallback={<EmptyState icon="clock" title={t("later.none")} />}>
        <ul class="plain scheduled-list">
          <For each={props.messages.map((it) => it.id)}>
            {(id) => <Show when={props.messages.find((it) => it.id === id)}>{(it) => <Item scheduled={it()} />}</Show>}
          </For>
        </ul>
      </Show>
    </Dialog>
  );
}

function Item(props: { scheduled: Scheduled }) {
  const { t, formatMoment } = useI18n();
  const sync = useSync();
  const [doing, setDoing] = createSignal<"text" | "time">();
  const [text, setText] = createSignal("");
  const message = () => props.scheduled.message;
  const when = () => formatMoment(Date.parse(message().sendAt), sync.serverNow());
  const files = createMemo(() => message().attachments?.map(waitingFileOf) ?? []);
  const length = () => lengthOf(text().trim());
  const isRight = () => (length() > 0 || files().length > 0) && length() <= limits.messageLength;

  const change = (changes: Partial<Scheduled["message"]>) => {
    const { failure: _, ...kept } = message();
    setDoing(undefined);
    void sync.do.setScheduled(props.scheduled.id, { ...kept, ...changes });
  };
  const sendNow = async () => {
    const { failure: _, sendAt: __, attachments: ___, ...kept } = message();
    const [taken] = takenOf(files());
    // Under the id it has: should its time come meanwhile, it is one message all the same.
    await sync.do.sendMessage({
      ...kept,
      ...(taken && { attachments: taken.attachments, attached: taken.attached }),
      messageId: props.scheduled.id,
    });
    await sync.do.setScheduled(props.scheduled.id, null);
  };

  const drop = async () => {
    const { id: key, message: dropped } = props.scheduled;
    const fileIds = files().map((it) => it.fileId);
    await sync.do.setScheduled(key, null);
    await (await sync.draftFiles()).letGo({ key, conversationId: dropped.conversationId }, fileIds);
  };

  return (
    <li class="scheduled">
      <p class="scheduled__when t-xs semi">
        {when()}
        <Show when={message().threadId}>
          {" · "}
          {t("threads.fromThread")}
        </Show>
        <Show when={message().failure}>
          {" "}
          <span class="error">{t("later.failed")}</span>
        </Show>
      </p>
      <Show when={files().length > 0}>
        <WaitingFiles messageId={props.scheduled.id} files={files()} />
      </Show>
      <Show
        when={doing() === "text"}
        fallback={
          <Show when={message().text}>
            <p class="scheduled__text" dir="auto">
              {message().text}
            </p>
          </Show>
        }
      >
        <form
          class="later"
          onSubmit={(event) => {
            event.preventDefault();
            if (isRight()) change({ text: text().trim() });
          }}
        >
          <Field label={t("later.text")}>
            <TextArea dir="auto" rows={3} value={text()} onInput={setText} />
          </Field>
          <div class="later__acts">
            <Button size="sm" onClick={() => setDoing(undefined)}>
              {t("app.cancel")}
            </Button>
            <Button size="sm" type="submit" variant="primary" disabled={!isRight()}>
              {t("settings.save")}
            </Button>
          </div>
        </form>
      </Show>
      <div class="scheduled__acts">
        <Button size="sm" icon="send" onClick={() => void sendNow()}>
          {t("later.sendNow")}
        </Button>
        <Button size="sm" icon="clock" onClick={() => setDoing("time")}>
          {t("later.changeTime")}
        </Button>
        <IconButton
          size="sm"
          icon="pencil"
          label={t("messages.edit")}
          onClick={() => {
            setText(message().text);
            setDoing("text");
          }}
        />
        <IconButton size="sm" icon="trash" label={t("messages.delete")} onClick={() => void drop()} />
      </div>
      <Show when={doing() === "time"}>
        <SendLater
          at={message().sendAt}
          onClose={() => setDoing(undefined)}
          onChoose={(sendAt) => change({ sendAt })}
        />
      </Show>
    </li>
  );
}
