import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import { RecentMedia } from "../attachments/gallery/LazyRecentMedia.tsx";
import { Subscribers } from "../channels/Subscribers.tsx";
import { VerifyChannel } from "../channels/VerifyChannel.tsx";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, createMembers } from "../sync/index.ts";
import { createMe } from "./create-view.ts";
import { ExpirySetting } from "./ExpirySetting.tsx";
import { GroupIdentity } from "./GroupIdentity.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { canChangeSettings, hasRight, keepsOrder } from "./group-rights.ts";
import { InviteLinks } from "./InviteLinks.tsx";
import { JoinRequests } from "./JoinRequests.tsx";
import { LeaveGroup } from "./LeaveGroup.tsx";

/** A group: what it is, who is in it, how others come in, and the way out. */
export function GroupDetails(props: { group: ConversationDetails }) {
  const { t } = useI18n();
  const me = createMe();
  const members = createMembers(() => props.group.id);
  const present = () => members().filter((member) => !member.leftAt);
  const mine = () => (props.group.isLeft ? undefined : props.group.me.role);

  return (
    <>
      <GroupIdentity group={props.group} isEditable={hasRight(props.group, mine(), "whoMayEdit")} />
      <Show when={canChangeSettings(mine())}>
        <a class="btn btn--sm" href={`/c/${props.group.id}/settings`}>
          <Icon name="settings" size="sm" />
          {props.group.kind === "channel" ? t("channels.settings") : t("groups.settings")}
        </a>
      </Show>
      <RecentMedia id={props.group.id} />
      <Show when={!props.group.isLeft}>
        <ExpirySetting conversation={props.group} isEditable={hasRight(props.group, mine(), "whoMayEdit")} />
        <Show when={keepsOrder(mine()) && props.group.requestCount}>
          {(count) => <JoinRequests conversationId={props.group.id} count={count()} />}
        </Show>
        <Show when={props.group.kind === "channel" && canChangeSettings(mine())}>
          <Subscribers channel={props.group} />
        </Show>
        <GroupMembers group={props.group} members={present()} me={me()} mine={mine()} />
        <Show when={canChangeSettings(mine())}>
          <InviteLinks conversationId={props.group.id} />
        </Show>
      </Show>
      <Show when={props.group.kind === "channel"}>
        <VerifyChannel channel={props.group} />
      </Show>
      <LeaveGroup group={props.group} others={present().filter((member) => member.userId !== me())} />
    </>
  );
}
