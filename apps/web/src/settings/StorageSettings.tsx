import { Button, Card, Dialog, ListRow, useToast } from "@parley/ui";
import { createResource, createSignal, For, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversations, useSync } from "../sync/index.ts";
import { FilesOnDevice } from "./FilesOnDevice.tsx";
import { OwnFiles } from "./OwnFiles.tsx";

/** What this device keeps, and how to make it keep less or for longer. */
export function StorageSettings() {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const conversations = createConversations();
  const [report, { refetch }] = createResource(
    () => [sync.uploads().length],
    () => sync.storage(),
  );
  const [isClearing, setClearing] = createSignal(false);
  const titleOf = (id: string) => {
    const found = conversations().find((conversation) => conversation.id === id);
    return found?.kind === "saved" ? t("app.saved") : (found?.title ?? "…");
  };
  const stored = () => [...(report.latest?.conversations ?? [])].sort((a, b) => b.bytes - a.bytes);

  const persist = () =>
    act.run(async () => {
      const isKept = await sync.persist();
      toast.show({ text: t(isKept ? "settings.persistDone" : "settings.persistRefused") });
      await refetch();
    });
  const clear = () =>
    act.run(async () => {
      await sync.clearCache();
      setClearing(false);
      toast.show({ text: t("settings.cleared") });
      await refetch();
    });
  const forget = (id: (typeof stored extends () => (infer Row)[] ? Row : never)["id"]) =>
    act.run(async () => {
      await sync.do.forgetConversation(id);
      await refetch();
    });

  return (
    <div class="set__cols">
      <div class="set__col">
        <Card title={t("settings.stored")} note={t("settings.storedNote")}>
          <Show when={report.latest}>
            {(shown) => (
              <ul class="rows">
                <ListRow
                  icon="database"
                  title={
                    shown().quota > 0
                      ? t("settings.usedOf", { used: formatBytes(shown().usage), quota: formatBytes(shown().quota) })
                      : t("settings.used", { used: formatBytes(shown().usage) })
                  }
                  detail={shown().isPersisted ? t("settings.persisted") : t("settings.notPersisted")}
                  end={
                    <Show when={!shown().isPersisted}>
                      <Button size="sm" onClick={() => void persist()}>
                        {t("settings.persist")}
                      </Button>
                    </Show>
                  }
                />
                <ListRow
                  icon="sync"
                  title={
                    sync.status().waiting > 0
                      ? t("settings.waiting", { count: sync.status().waiting })
                      : t("settings.nothingWaits")
                  }
                  end={
                    <Button size="sm" variant="danger-soft" onClick={() => setClearing(true)}>
                      {t("settings.clear")}
                    </Button>
                  }
                />
              </ul>
            )}
          </Show>
          <FormError act={act} />
        </Card>
        <Show when={report.latest}>
          {(shown) => <FilesOnDevice files={shown().files} onCleared={() => void refetch()} />}
        </Show>
        <OwnFiles />
      </div>
      <div class="set__col">
        <Card title={t("settings.perChat")}>
          <Show when={stored().length > 0} fallback={<p class="group__note">{t("settings.perChatEmpty")}</p>}>
            <ul class="rows">
              <For each={stored()}>
                {(row) => (
                  <ListRow
                    title={<bdi>{titleOf(row.id)}</bdi>}
                    detail={t("settings.chatDetail", { count: row.messages, size: formatBytes(row.bytes) })}
                    end={
                      <Button
                        size="sm"
                        variant="ghost"
                        aria-label={t("settings.forgetLabel", { title: titleOf(row.id) })}
                        onClick={() => void forget(row.id)}
                      >
                        {t("settings.forget")}
                      </Button>
                    }
                  />
                )}
              </For>
            </ul>
          </Show>
        </Card>
      </div>
      <Dialog
        isOpen={isClearing()}
        title={t("settings.clearTitle")}
        onClose={() => setClearing(false)}
        actions={
          <>
            <Button autofocus onClick={() => setClearing(false)}>
              {t("settings.keepIt")}
            </Button>
            <Button variant="danger" isBusy={act.isBusy()} onClick={() => void clear()}>
              {t("settings.clearNow")}
            </Button>
          </>
        }
      >
        <p class="muted">{t("settings.clearText")}</p>
      </Dialog>
    </div>
  );
}
