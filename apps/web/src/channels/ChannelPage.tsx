import { EmptyState, Spinner } from "@parley/ui";
import { useNavigate, useParams } from "@solidjs/router";
import { createEffect, createResource, Match, Switch } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { sentenceOfError } from "../app/sentence-of-error.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversation, useSync } from "../sync/index.ts";
import { ChannelLook } from "./ChannelLook.tsx";

/** A channel at its public address: for who is in it the channel itself, for others a look and a way in. */
export function ChannelPage() {
  const i18n = useI18n();
  const sync = useSync();
  const params = useParams();
  const navigate = useNavigate();
  const [look] = createResource(
    () => params["address"],
    (address) => sync.api.channels.preview.query({ address: decodeURIComponent(address) }),
  );
  const conversation = createConversation(() => (look.error ? undefined : look()?.channel.id));
  createTitle(() => (look.error ? undefined : look()?.channel.title) ?? i18n.t("channels.discover"));
  createEffect(() => {
    const entry = conversation();
    if (entry && !entry.isLeft) navigate(`/c/${entry.id}`, { replace: true });
  });

  return (
    <Switch>
      <Match when={look.error}>
        {(error) => (
          <div class="page page--centre">
            <EmptyState
              isPage
              icon="megaphone"
              title={i18n.t("channels.missing")}
              text={sentenceOfError(i18n, error())}
            />
          </div>
        )}
      </Match>
      <Match when={look.loading}>
        <div class="page page--centre">
          <Spinner label={i18n.t("app.loading")} />
        </div>
      </Match>
      <Match when={look()}>{(found) => <ChannelLook look={found()} />}</Match>
    </Switch>
  );
}
