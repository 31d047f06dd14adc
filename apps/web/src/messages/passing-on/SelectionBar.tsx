import { Button, Dialog, IconButton } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { type TimelineMessage, useSync } from "../../sync/index.ts";
import type { MessageSetting } from "../message-actions.ts";
import { canForward } from "./can-forward.ts";
import type { Selection } from "./create-selection.ts";
import "./passing-on.css";

export type BulkActs = {
  forward(messages: TimelineMessage[]): void;
  save(messages: TimelineMessage[]): void;
  copy(messages: TimelineMessage[]): void;
  hide(messages: TimelineMessage[]): void;
};

/** What can be done with all that is selected; stands where one writes. */
export function SelectionBar(props: { selection: Selection; setting: MessageSetting; acts: BulkActs }) {
  const { t } = useI18n();
  const sync = useSync();
  const [isAsking, setAsking] = createSignal(false);
  const chosen = () => props.selection.selected();
  const canPassOn = () => chosen().every(canForward);
  const canDelete = () => chosen().every((message) => props.setting.canDelete(message));
  const done = (act: (messages: TimelineMessage[]) => void) => {
    const messages = [...chosen()];
    props.selection.clear();
    act(messages);
  };
  const removeAll = () => {
    setAsking(false);
    done((messages) => {
      for (const { conversationId, id, sendState, commandId } of messages) {
        if (sendState === "failed" && commandId) void sync.do.discard(commandId);
        else void sync.do.deleteMessage({ conversationId, messageId: id });
      }
    });
  };

  return (
    <div
      class="selbar"
      role="toolbar"
      aria-label={t("passing.selected", { count: chosen().length })}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        props.selection.clear();
      }}
    >
      <IconButton icon="x" label={t("passing.leave")} onClick={() => props.selection.clear()} />
      <b class="selbar__count" role="status">
        {t("passing.selected", { count: chosen().length })}
      </b>
      <IconButton
        icon="forward"
        label={t("passing.forward")}
        disabled={!canPassOn()}
        onClick={() => props.acts.forward([...chosen()])}
      />
      <Show when={!props.setting.isSaved}>
        <IconButton
          icon="bookmark"
          label={t("passing.save")}
          disabled={!canPassOn()}
          onClick={() => done(props.acts.save)}
        />
      </Show>
      <IconButton icon="copy" label={t("messages.copy")} onClick={() => done(props.acts.copy)} />
      <IconButton icon="eye-off" label={t("passing.hide")} onClick={() => done(props.acts.hide)} />
      <Show when={canDelete()}>
        <IconButton icon="trash" label={t("passing.deleteAll")} onClick={() => setAsking(true)} />
      </Show>
      <Dialog
        isOpen={isAsking()}
        title={t("passing.deleteTitle", { count: chosen().length })}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)} autofocus>
              {t("passing.keepThem")}
            </Button>
            <Button variant="danger" onClick={removeAll}>
              {t("messages.delete")}
            </Button>
          </>
        }
      >
        <p class="muted">{t("passing.deleteText")}</p>
      </Dialog>
    </div>
  );
}
