import type { PublicChannel } from "@parley/schema";
import { Avatar, EmptyState, SearchInput, Spinner } from "@parley/ui";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { createTitle } from "../app/create-title.ts";
import { PageHead } from "../conversations/PageHead.tsx";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { useSync } from "../sync/index.ts";
import { VerifiedBadge } from "./VerifiedBadge.tsx";
import "../conversations/conversation.css";
import "../conversations/new-conversation.css";
import "../people/people.css";

const pauseMs = 250;

/** Public channels, to look around in. */
export function ChannelsPage() {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  const [query, setQuery] = createSignal("");
  const [found, setFound] = createSignal<PublicChannel[]>();
  createTitle(() => t("channels.discover"));
  createEffect(
    on(query, (wanted) => {
      const timer = setTimeout(
        () => void act.run(async () => setFound(await sync.api.channels.discover.query({ query: wanted }))),
        wanted ? pauseMs : 0,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );

  return (
    <div class="newpage">
      <PageHead title={t("channels.discover")} backTo="/new" isBackAlways />
      <div class="newpage__body scroll">
        <SearchInput
          label={t("channels.search")}
          placeholder={t("channels.search")}
          value={query()}
          onInput={setQuery}
        />
        <Show
          when={found()}
          fallback={
            <Show when={!act.error()}>
              <Spinner label={t("app.loading")} />
            </Show>
          }
        >
          {(channels) => (
            <ul class="plain">
              <For
                each={channels()}
                fallback={
                  <li>
                    <EmptyState icon="megaphone" title={t("channels.none")} text={t("channels.noneText")} />
                  </li>
                }
              >
                {(channel) => <Found channel={channel} />}
              </For>
            </ul>
          )}
        </Show>
        <FormError act={act} />
      </div>
    </div>
  );
}

function Found(props: { channel: PublicChannel }) {
  const { t } = useI18n();
  return (
    <li>
      <a class="person" href={`/channel/${encodeURIComponent(props.channel.address)}`}>
        <Avatar
          name={props.channel.title}
          seed={props.channel.id}
          kind="group"
          src={avatarUrl(props.channel.avatarId, 64)}
          size={40}
        />
        <span class="person__t">
          <b class="conv__name" dir="auto">
            <span class="truncate">{props.channel.title}</span>
            <Show when={props.channel.isVerified}>
              <VerifiedBadge />
            </Show>
          </b>
          <small class="truncate" dir="auto">
            {t("channels.subscribers", { count: props.channel.memberCount })}
            {props.channel.description ? ` · ${props.channel.description}` : ""}
          </small>
        </span>
      </a>
    </li>
  );
}
