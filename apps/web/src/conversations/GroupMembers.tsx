import type { MemberRole, UserId } from "@parley/schema";
import { Button, SearchInput } from "@parley/ui";
import { createMemo, createSignal, For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, createPresence, type MemberEntry } from "../sync/index.ts";
import { folded } from "./filter-conversations.ts";
import { GroupMember } from "./GroupMember.tsx";
import { hasRight, roleOrder } from "./group-rights.ts";

const AddMembers = lazy(() => import("./AddMembers.tsx").then((module) => ({ default: module.AddMembers })));
/** From so many people on there is a field to search them. */
const manyMembers = 8;

/** Who is in the group: those who lead it first. */
export function GroupMembers(props: {
  group: ConversationDetails;
  members: MemberEntry[];
  me: UserId;
  mine: MemberRole | undefined;
}) {
  const { t, language } = useI18n();
  const title = () => (props.group.kind === "channel" ? t("channels.keepers") : t("conversations.peopleTitle"));
  const [query, setQuery] = createSignal("");
  const [isAdding, setAdding] = createSignal(false);
  const presence = createPresence(() =>
    props.group.kind === "channel" ? [] : props.members.map((member) => member.userId),
  );
  const byId = createMemo(() => new Map(props.members.map((member) => [member.userId, member])));
  // Ids, because a member is a new row with every mark, and a menu that is open must outlive that.
  const shown = createMemo(() => {
    const words = folded(query()).trim();
    const names = new Intl.Collator(language());
    return (props.group.kind === "channel" ? props.members.filter((it) => it.role !== "member") : props.members)
      .filter(
        (member) =>
          !words ||
          folded(member.person.displayName).includes(words) ||
          member.person.username.includes(words.replace(/^@/, "")),
      )
      .sort(
        (a, b) =>
          roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role) ||
          names.compare(a.person.displayName, b.person.displayName),
      )
      .map((member) => member.userId);
  });

  return (
    <section class="sect" aria-label={title()}>
      <h3 class="sect__head">
        <span>{title()}</span>
        <Show when={hasRight(props.group, props.mine, "whoMayAdd")}>
          <Button size="sm" variant="ghost" icon="user-plus" onClick={() => setAdding(true)}>
            {t("conversations.addPeople")}
          </Button>
        </Show>
      </h3>
      <Show when={props.members.length >= manyMembers}>
        <SearchInput
          label={t("conversations.searchPeople")}
          placeholder={t("conversations.searchPeople")}
          value={query()}
          onInput={setQuery}
        />
      </Show>
      <ul class="plain">
        <For each={shown()}>
          {(userId) => (
            <Show when={byId().get(userId)}>
              {(member) => (
                <GroupMember
                  group={props.group}
                  member={member()}
                  me={props.me}
                  mine={props.mine}
                  presence={presence().get(userId)}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
      <Show when={isAdding()}>
        <Suspense>
          <AddMembers group={props.group} members={props.members} onClose={() => setAdding(false)} />
        </Suspense>
      </Show>
    </section>
  );
}
