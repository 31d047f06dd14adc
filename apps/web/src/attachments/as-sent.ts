import type { MessageRow } from "@parley/schema";
import type { TimelineMessage } from "../sync/index.ts";

/** A message that the server has, as a timeline would show it that knows no more of it. */
export const asSent = (message: MessageRow): TimelineMessage => ({
  ...message,
  reactions: [],
  sendState: "sent",
  isEdited: message.editedAt !== null,
});
