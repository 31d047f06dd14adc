import type { Ban, ConversationId } from "@parley/schema";
import { Button } from "@parley/ui";
import { createSignal, For, onMount, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { useSync } from "../sync/index.ts";

/** Who may not come back, why, and the way to let them. */
export function BannedPeople(props: { conversationId: ConversationId }) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  const [bans, setBans] = createSignal<Ban[]>();
  onMount(() =>
    act.run(async () => setBans(await sync.api.conversations.listBans.query({ conversationId: props.conversationId }))),
  );
  const unban = ({ person }: Ban) =>
    act.run(async () => {
      await sync.api.conversations.unban.mutate({ conversationId: props.conversationId, userId: person.id });
      setBans((all) => all?.filter((it) => it.person.id !== person.id));
    });

  return (
    <section class="sect" aria-label={t("groups.banned")}>
      <h3 class="sect__head">{t("groups.banned")}</h3>
      <Show when={bans()}>
        {(all) => (
          <ul class="plain">
            <For each={all()} fallback={<li class="hint">{t("groups.nobodyBanned")}</li>}>
              {(ban) => (
                <PersonRow
                  id={ban.person.id}
                  person={ban.person}
                  detail={<span dir="auto">{ban.reason || t("groups.noReason")}</span>}
                  end={
                    <Button
                      size="sm"
                      aria-label={t("groups.unbanName", { name: ban.person.displayName })}
                      onClick={() => void unban(ban)}
                    >
                      {t("groups.unban")}
                    </Button>
                  }
                />
              )}
            </For>
          </ul>
        )}
      </Show>
      <FormError act={act} />
    </section>
  );
}
