import { Button } from "@parley/ui";
import { lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { ComposerClosed } from "../messages/ComposerClosed.tsx";
import { useSync } from "../sync/index.ts";
import type { createMessaging } from "./create-messaging.tsx";
import type { ConversationView } from "./create-view.ts";

const RequestBar = lazy(() => import("../people/RequestBar.tsx").then((it) => ({ default: it.RequestBar })));

/** Why one cannot write here, and what can be done about it. */
export function WritingClosed(props: { view: ConversationView; messaging: ReturnType<typeof createMessaging> }) {
  const { t } = useI18n();
  const sync = useSync();
  return (
    <Show
      when={props.messaging.request()}
      fallback={
        <ComposerClosed
          text={
            props.view.isLeft
              ? t(props.view.kind === "channel" ? "channels.noLongerIn" : "conversations.noLongerIn")
              : props.messaging.isBlocked()
                ? t("conversations.blocked", { name: props.view.title })
                : props.messaging.isReadOnly()
                  ? t("conversations.accountGone")
                  : t(`groups.mayNotPost.${props.messaging.postRole()}`)
          }
          action={
            <Show when={props.messaging.isBlocked() && props.view.otherId}>
              {(otherId) => (
                <Button size="sm" onClick={() => void sync.do.setBlock(otherId(), false)}>
                  {t("people.unblock")}
                </Button>
              )}
            </Show>
          }
        />
      }
    >
      {(from) => (
        <Suspense>
          <RequestBar id={from()} name={props.view.title} lastSeq={props.view.entry?.lastSeq ?? 0} />
        </Suspense>
      )}
    </Show>
  );
}
