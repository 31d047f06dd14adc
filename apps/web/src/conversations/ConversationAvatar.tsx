import { Avatar } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl, PersonAvatar } from "../people/PersonAvatar.tsx";
import { type ConversationEntry, createPerson, type Presence } from "../sync/index.ts";

/** The picture of a conversation: of a direct one the other person's. */
export function ConversationAvatar(props: {
  of: Pick<ConversationEntry, "id" | "kind" | "title" | "otherId" | "avatarId">;
  size?: number;
  presence?: Presence | undefined;
}) {
  const { t } = useI18n();
  const other = createPerson(() => (props.of.kind === "direct" ? props.of.otherId : undefined));
  const size = () => ((props.size ?? 46) > 60 ? 256 : 64);

  return (
    <Show
      when={props.of.kind === "direct" && props.of.otherId}
      fallback={
        <Avatar
          name={props.of.kind === "saved" ? t("app.saved") : props.of.title}
          seed={props.of.id}
          kind={props.of.kind === "saved" ? "person" : "group"}
          icon={props.of.kind === "saved" ? "bookmark" : undefined}
          src={avatarUrl(props.of.avatarId, size())}
          size={props.size}
        />
      }
    >
      {(id) => <PersonAvatar id={id()} person={other()} size={props.size} presence={props.presence} />}
    </Show>
  );
}
