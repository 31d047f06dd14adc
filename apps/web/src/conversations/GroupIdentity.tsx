import { Button } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { ChannelAddress } from "../channels/ChannelAddress.tsx";
import { VerifiedBadge } from "../channels/VerifiedBadge.tsx";
import { useI18n } from "../i18n/index.ts";
import { MessageText } from "../messages/MessageText.tsx";
import type { ConversationDetails } from "../sync/index.ts";
import { ConversationAvatar } from "./ConversationAvatar.tsx";
import { EditGroup } from "./EditGroup.tsx";

/** Picture, name and purpose of a group; a form for those who may change them. */
export function GroupIdentity(props: { group: ConversationDetails; isEditable: boolean }) {
  const { t } = useI18n();
  const [isEditing, setEditing] = createSignal(false);

  return (
    <Show when={!isEditing()} fallback={<EditGroup group={props.group} onDone={() => setEditing(false)} />}>
      <div class="identity">
        <ConversationAvatar of={props.group} size={76} />
        <div class="identity__text">
          <h3 class="t-lg semi" dir="auto">
            {props.group.title}{" "}
            <Show when={props.group.isVerified}>
              <VerifiedBadge />
            </Show>
          </h3>
          <p class="t-xs faint">
            {props.group.kind === "channel"
              ? t("channels.subscribers", { count: props.group.memberCount })
              : t("conversations.people", { count: props.group.memberCount })}
          </p>
          <Show when={props.group.address}>{(address) => <ChannelAddress address={address()} />}</Show>
        </div>
        <Show when={props.group.description}>
          <p class="identity__bio t-sm muted" dir="auto">
            <MessageText text={props.group.description} isEntered />
          </p>
        </Show>
        <Show when={props.isEditable}>
          <Button size="sm" icon="pencil" onClick={() => setEditing(true)}>
            {props.group.kind === "channel" ? t("channels.edit") : t("conversations.editGroup")}
          </Button>
        </Show>
      </div>
    </Show>
  );
}
