import type { StoredFile } from "@parley/schema";
import { Button, Card, Dialog, ListRow } from "@parley/ui";
import { createResource, createSignal, For, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";

const mostShown = 8;

/** How much of one's storage is taken, by what, and the largest files to remove. Known by the server alone. */
export function OwnFiles() {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const act = createAct();
  // Without a network there is nothing to say.
  const [storage, { refetch }] = createResource(() => sync.api.files.storage.query().catch(() => undefined));
  const [going, setGoing] = createSignal<StoredFile>();

  const remove = ({ fileId }: StoredFile) =>
    act.run(async () => {
      await sync.api.files.remove.mutate({ fileIds: [fileId] });
      setGoing(undefined);
      await refetch();
    });

  return (
    <Show when={storage.latest}>
      {(shown) => (
        <Card title={t("choosing.own")} note={t("choosing.ownNote")}>
          <ul class="rows">
            <ListRow
              icon="server"
              title={t("choosing.usedOf", {
                used: formatBytes(shown().usedBytes),
                limit: formatBytes(shown().limitBytes),
              })}
              detail={shown()
                .byKind.map(({ kind, count, bytes }) => {
                  const sum = t("choosing.ofKind", { count, size: formatBytes(bytes) });
                  return `${t(`choosing.kind.${kind}`)}: ${sum}`;
                })
                .join(" · ")}
            />
            <For each={shown().largest.slice(0, mostShown)}>
              {(file) => (
                <ListRow
                  icon="file"
                  title={<bdi>{file.name}</bdi>}
                  detail={formatBytes(file.size)}
                  end={
                    <Button
                      size="sm"
                      variant="ghost"
                      aria-label={t("choosing.removeOwnLabel", { name: file.name })}
                      onClick={() => setGoing(file)}
                    >
                      {t("choosing.removeOwn")}
                    </Button>
                  }
                />
              )}
            </For>
          </ul>
          <Show when={going()}>
            {(file) => (
              <Dialog
                isOpen
                title={t("choosing.removeOwnTitle")}
                onClose={() => setGoing(undefined)}
                actions={
                  <>
                    <Button autofocus onClick={() => setGoing(undefined)}>
                      {t("choosing.keepIt")}
                    </Button>
                    <Button variant="danger" isBusy={act.isBusy()} onClick={() => void remove(file())}>
                      {t("choosing.removeNow")}
                    </Button>
                  </>
                }
              >
                <p class="muted">{t("choosing.removeOwnText", { name: file().name })}</p>
                <FormError act={act} />
              </Dialog>
            )}
          </Show>
        </Card>
      )}
    </Show>
  );
}
