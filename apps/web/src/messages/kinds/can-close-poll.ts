import type { TimelineMessage } from "../../sync/index.ts";
import type { MessageSetting } from "../message-actions.ts";

/** Who asked may, and in a group those who keep order. */
export function canClosePoll(
  message: Pick<TimelineMessage, "senderId" | "seq">,
  setting: Pick<MessageSetting, "me" | "isGroup" | "isReadOnly" | "roleOf">,
): boolean {
  if (setting.isReadOnly || message.seq === 0) return false;
  const role = setting.roleOf(setting.me);
  return message.senderId === setting.me || (setting.isGroup && role !== undefined && role !== "member");
}
