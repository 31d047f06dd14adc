import { Show } from "solid-js";
import { type ConversationDetails, createMembers } from "../sync/index.ts";
import { createMe } from "./create-view.ts";
import { GroupIdentity } from "./GroupIdentity.tsx";
import { GroupMembers } from "./GroupMembers.tsx";
import { canEditGroup } from "./group-rights.ts";
import { InviteLinks } from "./InviteLinks.tsx";
import { LeaveGroup } from "./LeaveGroup.tsx";

/** A group: what it is, who is in it, how others come in, and the way out. */
export function GroupDetails(props: { group: ConversationDetails }) {
  const me = createMe();
  const members = createMembers(() => props.group.id);
  const present = () => members().filter((member) => !member.leftAt);
  const mine = () => (props.group.isLeft ? undefined : props.group.me.role);

  return (
    <>
      <GroupIdentity group={props.group} isEditable={canEditGroup(mine())} />
      <Show when={!props.group.isLeft}>
        <GroupMembers group={props.group} members={present()} me={me()} mine={mine()} />
        <Show when={canEditGroup(mine())}>
          <InviteLinks conversationId={props.group.id} />
        </Show>
      </Show>
      <LeaveGroup group={props.group} others={present().filter((member) => member.userId !== me())} />
    </>
  );
}
