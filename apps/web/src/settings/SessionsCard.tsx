import type { SessionRow } from "@parley/schema";
import { Button, Card, type IconName, ListRow, Tag, useToast } from "@parley/ui";
import { createSignal, For, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { Question } from "./Question.tsx";

/** Every device with a copy, this one first. */
export function SessionsCard(props: { sessions: SessionRow[] }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const [isAsking, setAsking] = createSignal(false);
  const inOrder = () =>
    [...props.sessions].sort((a, b) => Number(b.isThis) - Number(a.isThis) || b.lastUsedAt.localeCompare(a.lastUsedAt));
  const detail = (session: SessionRow) =>
    t("settings.sessionDetail", {
      place: session.place || t("settings.unknownPlace"),
      when: formatRelative(session.lastUsedAt, sync.serverNow()),
    });
  const signOut = (session: SessionRow) =>
    act.run(async () => {
      await sync.api.accounts.revokeSession.mutate({ sessionId: session.id });
      toast.show({ text: t("settings.sessionSignedOut") });
    });
  const signOutOthers = async () => {
    await sync.api.accounts.revokeOtherSessions.mutate();
    toast.show({ text: t("settings.othersSignedOut") });
  };

  return (
    <Card
      title={t("settings.sessions")}
      act={
        <Show when={props.sessions.length > 1}>
          <Button size="sm" variant="ghost" onClick={() => setAsking(true)}>
            {t("settings.signOutOthers")}
          </Button>
        </Show>
      }
    >
      <ul class="rows">
        <For each={inOrder()}>
          {(session) => (
            <ListRow
              icon={iconOf(session.device)}
              title={session.device}
              detail={detail(session)}
              isCurrent={session.isThis}
              end={
                <Show when={!session.isThis} fallback={<Tag tone="accent">{t("settings.thisDevice")}</Tag>}>
                  <Button
                    size="sm"
                    aria-label={`${t("settings.signOut")}: ${session.device}`}
                    onClick={() => void signOut(session)}
                  >
                    {t("settings.signOut")}
                  </Button>
                </Show>
              }
            />
          )}
        </For>
      </ul>
      <FormError act={act} />
      <Question
        isOpen={isAsking()}
        title={t("settings.signOutOthersTitle")}
        text={t("settings.signOutOthersText")}
        keep={t("app.cancel")}
        go={t("settings.signOutOthers")}
        onClose={() => setAsking(false)}
        onGo={signOutOthers}
      />
    </Card>
  );
}

function iconOf(device: string): IconName {
  if (/ipad|tablet/i.test(device)) return "tablet";
  return /iphone|android|mobile/i.test(device) ? "smartphone" : "laptop";
}
