import { Button, Card, ListRow } from "@parley/ui";
import { createResource, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createKeptFiles, type StorageReport, useSync } from "../sync/index.ts";

/** What files take on this device: those that wait to be sent stay, those that were sent, and those that were looked at, can go. */
export function FilesOnDevice(props: { files: StorageReport["files"]; onCleared(): void }) {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const kept = createKeptFiles();
  const [looked, { refetch }] = createResource(() => kept.measure());
  const words = ({ count, bytes }: { count: number; bytes: number }) => ({ count, size: formatBytes(bytes) });
  return (
    <Card title={t("choosing.onDevice")}>
      <ul class="rows">
        <ListRow
          icon="upload"
          title={
            props.files.waiting.count > 0 ? t("choosing.waiting", words(props.files.waiting)) : t("choosing.noneHere")
          }
        />
        <Show when={props.files.drafts.count > 0}>
          <ListRow icon="pencil" title={t("choosing.inDrafts", words(props.files.drafts))} />
        </Show>
        <Show when={props.files.sent.count > 0}>
          <ListRow
            icon="file"
            title={t("choosing.kept", words(props.files.sent))}
            detail={t("choosing.keptNote")}
            end={
              <Button size="sm" onClick={() => void sync.clearSentFiles().then(props.onCleared)}>
                {t("choosing.clearKept")}
              </Button>
            }
          />
        </Show>
        <Show when={looked.latest?.count ? looked.latest : undefined}>
          {(it) => (
            <ListRow
              icon="image"
              title={t("files.kept", words(it()))}
              detail={t("files.keptNote")}
              end={
                <Button size="sm" onClick={() => void kept.clear().then(() => refetch())}>
                  {t("files.clearKept")}
                </Button>
              }
            />
          )}
        </Show>
      </ul>
    </Card>
  );
}
