import type { ConversationId, JoinRequest } from "@parley/schema";
import { Badge, Button, IconButton, Spinner } from "@parley/ui";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { useSync } from "../sync/index.ts";

/** Who asks to join, for those who decide. Who they are is asked for anew whenever their number changes. */
export function JoinRequests(props: { conversationId: ConversationId; count: number }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const reading = createAct();
  const answering = createAct();
  const [requests, setRequests] = createSignal<JoinRequest[]>();
  createEffect(
    on(
      () => [props.conversationId, props.count] as const,
      ([conversationId]) =>
        void reading.run(async () => setRequests(await sync.api.conversations.listRequests.query({ conversationId }))),
    ),
  );
  const answer = ({ person }: JoinRequest, isAccepted: boolean) =>
    answering.run(async () => {
      const about = { conversationId: props.conversationId, userId: person.id };
      await sync.api.conversations.answerRequest.mutate({ ...about, isAccepted });
      setRequests((all) => all?.filter((it) => it.person.id !== person.id));
    });

  return (
    <section class="sect requests" aria-label={t("groups.requests")}>
      <h3 class="sect__head">
        <span>{t("groups.requests")}</span>
        <Badge count={props.count} label={t("groups.requestCount", { count: props.count })} tone="you" />
      </h3>
      <Show when={requests()} fallback={<Spinner label={t("app.loading")} />}>
        {(all) => (
          <ul class="plain">
            <For each={all()}>
              {(request) => (
                <PersonRow
                  id={request.person.id}
                  person={request.person}
                  detail={<span dir="auto">{request.note || formatRelative(request.createdAt, sync.serverNow())}</span>}
                  end={
                    <>
                      <IconButton
                        icon="x"
                        iconSize="sm"
                        label={t("groups.decline", { name: request.person.displayName })}
                        onClick={() => void answer(request, false)}
                      />
                      <Button
                        size="sm"
                        variant="primary"
                        aria-label={t("groups.accept", { name: request.person.displayName })}
                        onClick={() => void answer(request, true)}
                      >
                        {t("groups.letIn")}
                      </Button>
                    </>
                  }
                />
              )}
            </For>
          </ul>
        )}
      </Show>
      <FormError act={reading} />
      <FormError act={answering} />
    </section>
  );
}
