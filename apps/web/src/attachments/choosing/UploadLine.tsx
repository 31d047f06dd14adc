import { Icon } from "@parley/ui";
import { createMemo, mapArray, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createUpload, type TimelineMessage, useSync } from "../../sync/index.ts";
import "./upload-line.css";

/** Below a message whose files are on their way: how far they have come, and to stop, go on, or take it back. */
export function UploadLine(props: { message: TimelineMessage; isEntered: boolean }) {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const ways = createMemo(
    mapArray(
      () => props.message.attachments ?? [],
      (file) => createUpload(() => file.fileId),
    ),
  );
  const uploads = () => ways().flatMap((upload) => upload() ?? []);
  const isPaused = () => uploads().some((it) => it.state === "paused");
  const sum = (of: "sent" | "size") => uploads().reduce((total, it) => total + it[of], 0);
  const tabIndex = () => (props.isEntered ? 0 : -1);
  const words = () => {
    if (isPaused()) return t("choosing.paused");
    if (sync.status().state === "offline") return t("choosing.waits");
    return t("choosing.sentOf", { sent: formatBytes(sum("sent")), size: formatBytes(sum("size")) });
  };
  const turn = () => void (isPaused() ? sync.do.resumeUploads : sync.do.pauseUploads)(props.message.id);
  const takeBack = () => {
    const { conversationId, id } = props.message;
    void sync.do.deleteMessage({ conversationId, messageId: id });
  };

  return (
    <Show when={uploads().some((it) => it.state === "waiting" || it.state === "paused")}>
      <div class="uploadrow">
        <progress
          class="uploadrow__bar"
          aria-label={t("choosing.progress")}
          max={Math.max(1, sum("size"))}
          value={sum("sent")}
        />
        <span class="uploadrow__words">
          <Icon name={isPaused() ? "pause" : "upload"} size="xs" /> {words()}
        </span>
        <button type="button" tabindex={tabIndex()} onClick={turn}>
          {isPaused() ? t("choosing.resume") : t("choosing.pause")}
        </button>
        <button type="button" tabindex={tabIndex()} onClick={takeBack}>
          {t("choosing.cancel")}
        </button>
      </div>
    </Show>
  );
}
