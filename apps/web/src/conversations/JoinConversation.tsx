import type { FileId } from "@parley/schema";
import { Avatar, Button, EmptyState, Spinner } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createResource, createSignal, Match, Show, Switch } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { createTitle } from "../app/create-title.ts";
import { sentenceOfError } from "../app/sentence-of-error.ts";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { useSync } from "../sync/index.ts";
import { AskToJoin } from "./AskToJoin.tsx";

/** What an invite link leads to, and one button to go in. */
export function JoinConversation(props: { code: string }) {
  const i18n = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const act = createAct();
  const [note, setNote] = createSignal("");
  const [preview, { refetch }] = createResource(
    () => props.code,
    (code) => sync.api.conversations.previewInvite.query({ code }),
  );
  createTitle(() => i18n.t("conversations.joinTitle"));
  const join = () =>
    act.run(async () => {
      const { conversationId, state } = await sync.api.conversations.joinByInvite.mutate({
        code: props.code,
        note: note().trim(),
      });
      if (state === "joined") navigate(`/c/${conversationId}`, { replace: true });
    });

  return (
    <div class="page page--centre">
      <Switch>
        <Match when={preview.error}>
          {(error) => (
            <EmptyState
              isPage
              icon="link"
              title={i18n.t("conversations.inviteFailed")}
              text={sentenceOfError(i18n, error())}
              action={<Button onClick={() => void refetch()}>{i18n.t("app.tryAgain")}</Button>}
            />
          )}
        </Match>
        <Match when={preview.loading}>
          <Spinner label={i18n.t("app.loading")} />
        </Match>
        <Match when={preview()}>
          {(group) => (
            <>
              <Avatar
                name={group().title}
                seed={group().conversationId}
                kind="group"
                src={pictureOf(group().avatarId, props.code)}
                size={76}
              />
              <h1 class="t-xl" dir="auto">
                {group().title}
              </h1>
              <p class="muted">{i18n.t("conversations.people", { count: group().memberCount })}</p>
              <Show
                when={group().asksFirst}
                fallback={
                  <Button variant="primary" size="lg" isBusy={act.isBusy()} onClick={() => void join()}>
                    {i18n.t("conversations.join")}
                  </Button>
                }
              >
                <AskToJoin
                  conversationId={group().conversationId}
                  note={note()}
                  isBusy={act.isBusy()}
                  onNote={setNote}
                  onAsk={() => void join()}
                />
              </Show>
              <FormError act={act} />
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}

/** Who is not in the group is shown its picture for the link. */
function pictureOf(avatarId: FileId | null, code: string): string | undefined {
  const url = avatarUrl(avatarId, 256);
  return url && `${url}&invite=${encodeURIComponent(code)}`;
}
