import type { MemberRole, Person } from "@parley/schema";
import { SearchInput } from "@parley/ui";
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { createMe } from "../conversations/create-view.ts";
import { GroupMember } from "../conversations/GroupMember.tsx";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, useSync } from "../sync/index.ts";

const pauseMs = 250;

/** Who subscribes, for those who run the channel: asked for, because no device holds so many. */
export function Subscribers(props: { channel: ConversationDetails }) {
  const { t } = useI18n();
  const sync = useSync();
  const me = createMe();
  const act = createAct();
  const [query, setQuery] = createSignal("");
  const [found, setFound] = createSignal<{ person: Person; role: MemberRole }[]>([]);
  createEffect(
    on([query, () => props.channel.memberCount], ([wanted]) => {
      const conversationId = props.channel.id;
      const timer = setTimeout(
        () =>
          void act.run(async () =>
            setFound(await sync.api.channels.subscribers.query({ conversationId, query: wanted })),
          ),
        wanted ? pauseMs : 0,
      );
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const plain = () => found().filter((it) => it.role === "member");
  const asMember = ({ person, role }: { person: Person; role: MemberRole }) => ({
    person,
    role,
    conversationId: props.channel.id,
    userId: person.id,
    leftAt: null,
    joinedAt: "",
    readSeq: 0,
    deliveredSeq: 0,
    rev: 0,
  });

  return (
    <section class="sect" aria-label={t("channels.subscribersTitle")}>
      <h3 class="sect__head">{t("channels.subscribersTitle")}</h3>
      <SearchInput
        label={t("channels.searchSubscribers")}
        placeholder={t("channels.searchSubscribers")}
        value={query()}
        onInput={setQuery}
      />
      <ul class="plain">
        <For each={plain()} fallback={<li class="hint">{t("channels.noSubscribers")}</li>}>
          {(subscriber) => (
            <GroupMember
              group={props.channel}
              member={asMember(subscriber)}
              me={me()}
              mine={props.channel.me.role}
              presence={undefined}
            />
          )}
        </For>
      </ul>
      <Show when={act.error()}>
        <FormError act={act} />
      </Show>
    </section>
  );
}
