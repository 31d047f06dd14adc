import type { MemberRole, UserId } from "@parley/schema";
import { IconButton, Menu, MenuItem, Tag } from "@parley/ui";
import { createSignal, For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useOpenDirect } from "../people/open-direct.ts";
import { PersonCard } from "../people/PersonCard.tsx";
import { PersonRow } from "../people/PersonRow.tsx";
import { type ConversationEntry, type MemberEntry, type Presence, useSync } from "../sync/index.ts";
import { AskMember, type MemberQuestion } from "./AskMember.tsx";
import { createMinute } from "./create-minute.ts";
import { canHandOver, canRemove, rolesToGive } from "./group-rights.ts";

/** A member in the details, with what one may do about them. */
export function GroupMember(props: {
  group: ConversationEntry;
  member: MemberEntry;
  me: UserId;
  mine: MemberRole | undefined;
  presence: Presence | undefined;
}) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const now = createMinute();
  const openDirect = useOpenDirect();
  const [isCardOpen, setCardOpen] = createSignal(false);
  const [question, setQuestion] = createSignal<MemberQuestion>();
  const isMe = () => props.member.userId === props.me;
  const who = () => ({ conversationId: props.group.id, userId: props.member.userId });
  const detail = () => {
    if (isMe()) return t("messages.you");
    if (props.presence?.isOnline) return t("people.online");
    if (props.presence?.lastSeenAt)
      return t("people.lastSeen", { when: formatRelative(props.presence.lastSeenAt, now()) });
    return <bdi>@{props.member.person.username}</bdi>;
  };

  return (
    <PersonRow
      id={props.member.userId}
      person={props.member.person}
      presence={props.presence}
      detail={detail()}
      end={
        <>
          <Show when={props.member.role !== "member"}>
            <Tag>{t(`people.role.${props.member.role}`)}</Tag>
          </Show>
          <Show when={!isMe()}>
            <Menu
              label={t("people.actionsFor", { name: props.member.person.displayName })}
              trigger={(attributes) => (
                <IconButton
                  {...attributes}
                  icon="more"
                  iconSize="sm"
                  label={t("people.actionsFor", { name: props.member.person.displayName })}
                />
              )}
            >
              <MenuItem icon="user" onClick={() => setCardOpen(true)}>
                {t("people.profile")}
              </MenuItem>
              <MenuItem icon="chat" onClick={() => void openDirect(props.member.userId)}>
                {t("people.message")}
              </MenuItem>
              <For each={rolesToGive(props.mine, props.member.role)}>
                {(role) => (
                  <MenuItem
                    icon={role === "member" ? "user" : "shield"}
                    onClick={() => void sync.do.setMemberRole({ ...who(), role })}
                  >
                    {t(`people.make.${role}`)}
                  </MenuItem>
                )}
              </For>
              <Show when={canHandOver(props.mine)}>
                <MenuItem icon="key" onClick={() => setQuestion("handOver")}>
                  {t("people.handOverDots")}
                </MenuItem>
              </Show>
              <Show when={canRemove(props.mine, props.member.role)}>
                <MenuItem icon="minus" isDanger onClick={() => setQuestion("remove")}>
                  {t("people.removeDots")}
                </MenuItem>
                <MenuItem icon="ban" isDanger onClick={() => setQuestion("ban")}>
                  {t("groups.banDots")}
                </MenuItem>
              </Show>
            </Menu>
          </Show>
          <Show when={isCardOpen()}>
            <PersonCard id={props.member.userId} onClose={() => setCardOpen(false)} />
          </Show>
          <Show when={question()}>
            {(asked) => (
              <AskMember
                question={asked()}
                name={props.member.person.displayName}
                title={props.group.title}
                who={who()}
                onClose={() => setQuestion(undefined)}
              />
            )}
          </Show>
        </>
      }
    />
  );
}
