import { type FileId, type Person, statusNow, type UserId } from "@parley/schema";
import { Avatar } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { type Presence, useSync } from "../sync/index.ts";

/** Where a picture of a person or a group is; undefined without one. */
export function avatarUrl(fileId: FileId | null | undefined, size: 64 | 256): string | undefined {
  return fileId ? `/files/avatars/${fileId}?size=${size}` : undefined;
}

/** A person's picture, with a dot while they are online. */
export function PersonAvatar(props: {
  id: UserId;
  person: Person | undefined;
  size?: number;
  presence?: Presence | undefined;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const isBusy = () => statusNow(props.person?.status, sync.serverNow())?.isBusy;
  const state = () => {
    if (!props.presence?.isOnline) return undefined;
    return isBusy() ? "busy" : props.presence.isAway ? "away" : "online";
  };
  const labels = { online: () => t("people.online"), away: () => t("privacy.away"), busy: () => t("privacy.busy") };
  return (
    <Avatar
      name={props.person?.displayName ?? ""}
      seed={props.id}
      src={avatarUrl(props.person?.avatarId, (props.size ?? 46) > 60 ? 256 : 64)}
      icon={props.person?.isDeleted ? "user" : undefined}
      size={props.size}
      presence={state()}
      presenceLabel={labels[state() ?? "online"]()}
    />
  );
}
