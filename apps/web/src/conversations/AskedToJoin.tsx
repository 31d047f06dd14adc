import { Button } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type AskedToJoin as Asked, createJoinRequests, useSync } from "../sync/index.ts";

/** Where one asked to be let in. What was declined can be put away, what waits given up. */
export function AskedToJoin() {
  const { t } = useI18n();
  const sync = useSync();
  const requests = createJoinRequests();
  const end = (request: Asked) =>
    request.state === "waiting"
      ? sync.api.conversations.withdrawRequest.mutate({ conversationId: request.conversationId })
      : sync.api.sync.setOwn.mutate({ kind: "joinRequest", key: request.conversationId, value: null });

  return (
    <Show when={requests().length > 0}>
      <section class="sect" aria-label={t("groups.myRequests")}>
        <h2 class="sect__head">{t("groups.myRequests")}</h2>
        <ul class="plain">
          <For each={requests()}>
            {(request) => (
              <li class="person">
                <span class="person__t">
                  <b class="truncate" dir="auto">
                    {request.title}
                  </b>
                  <small>{t(`groups.request.${request.state}`)}</small>
                </span>
                <Button size="sm" onClick={() => void end(request).catch(() => undefined)}>
                  {request.state === "waiting" ? t("groups.withdraw") : t("groups.putAway")}
                </Button>
              </li>
            )}
          </For>
        </ul>
      </section>
    </Show>
  );
}
