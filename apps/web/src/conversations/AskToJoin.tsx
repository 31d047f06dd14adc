import { type ConversationId, limits } from "@parley/schema";
import { Button, Field, TextArea } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createEffect, Match, Switch } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversation, createJoinRequests, useSync } from "../sync/index.ts";
import "./ask-to-join.css";

/** Asking to be let in, with a word to who decides; waiting for them; and what they said. */
export function AskToJoin(props: {
  conversationId: ConversationId;
  note: string;
  isBusy: boolean;
  onNote(note: string): void;
  onAsk(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const act = createAct();
  const requests = createJoinRequests();
  const mine = () => requests().find((it) => it.conversationId === props.conversationId);
  const conversation = createConversation(() => props.conversationId);
  createEffect(() => {
    const entry = conversation();
    // What the device holds may be older than a removal.
    if (sync.status().state !== "online") return;
    if (entry && !entry.isLeft) navigate(`/c/${entry.id}`, { replace: true });
  });
  const withdraw = () =>
    act.run(() => sync.api.conversations.withdrawRequest.mutate({ conversationId: props.conversationId }));

  return (
    <Switch>
      <Match when={mine()?.state === "waiting"}>
        <p class="asking" role="status">
          {t("groups.asked")}
        </p>
        <Button isBusy={act.isBusy()} onClick={() => void withdraw()}>
          {t("groups.withdraw")}
        </Button>
        <FormError act={act} />
      </Match>
      <Match when>
        <form
          class="asking"
          onSubmit={(event) => {
            event.preventDefault();
            props.onAsk();
          }}
        >
          <p class="muted" role={mine() ? "status" : undefined}>
            {mine() ? t("groups.declined") : t("groups.askText")}
          </p>
          <Field label={t("groups.note")} hint={t("groups.noteHint")}>
            <TextArea value={props.note} rows={2} maxlength={limits.noteLength} dir="auto" onInput={props.onNote} />
          </Field>
          <Button type="submit" variant="primary" size="lg" isBusy={props.isBusy}>
            {t("groups.ask")}
          </Button>
        </form>
      </Match>
    </Switch>
  );
}
