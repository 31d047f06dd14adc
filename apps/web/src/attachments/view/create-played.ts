import { type Attachment, limits, type MessageId, type MessageRow } from "@parley/schema";
import { createMe } from "../../conversations/create-view.ts";
import { createOwn, useSync } from "../../sync/index.ts";

type Spoken = Pick<MessageRow, "id" | "conversationId" | "senderId">;

/** Which voice notes of others this user has heard, on whichever device: a row of their own for each conversation. */
export function createPlayed() {
  const sync = useSync();
  const me = createMe();
  const rows = createOwn<MessageId[]>("played");
  const heardIn = ({ conversationId }: Pick<Spoken, "conversationId">) =>
    rows().find((row) => row.key === conversationId)?.value ?? [];
  const isHeard = (message: Spoken) => message.senderId === me() || heardIn(message).includes(message.id);
  return {
    isHeard,
    mark(message: Spoken, file: Attachment) {
      if (file.kind !== "voice" || isHeard(message)) return;
      const heard = [...heardIn(message), message.id].slice(-limits.playedMarks);
      void sync.do.setPlayed(message.conversationId, heard);
    },
  };
}
