import type { AppError, WireError } from "@parley/schema";
import { orAbort, writeCache } from "../store/db.ts";
import { nothingTouched, type Touched } from "../store/touched.ts";
import { type Command, type CommandInputs, newCommand, type OutboxCommand, type Stored } from "./command.ts";
import type { Courier } from "./flush.ts";
import type { Job } from "./next-jobs.ts";

/** [O9] The server will never take it. What a person wrote stays, with the reason; the rest goes quietly. */
export async function refuse(courier: Courier, job: Job, error: AppError): Promise<Touched> {
  const touched = nothingTouched();
  touched.outbox = true;
  const tx = writeCache(courier.db);
  const outbox = tx.objectStore("outbox");
  await orAbort(tx, async () => {
    for (const command of job) {
      // Taken back meanwhile.
      if (!(await outbox.get(command.n))) continue;
      if (isMoot(command, error)) await outbox.delete(command.n);
      else if (command.type === "editMessage" && error.reason === "message_deleted") {
        const draft = newCommand(asDraft(command), command.id, courier.now());
        const drafted = await tx.objectStore("own").get(["draft", command.input.conversationId]);
        if (drafted?.value || (await outbox.getAll()).some((it) => it.lane === draft.lane))
          await outbox.put(failed(command, error));
        else {
          await outbox.delete(command.n);
          await outbox.add(draft);
        }
      } else if (command.type === "sendMessage") {
        const edited = await foldEdits(outbox, command);
        await outbox.put(failed({ ...command, input: { ...command.input, ...edited } }, error));
      } else await outbox.put(failed(command, error));
    }
  });
  return touched;
}

/** Nothing a person wrote is lost, or what was asked for has already happened. */
function isMoot(command: Stored, error: AppError): boolean {
  switch (command.type) {
    case "markRead":
      return true;
    case "setOwn":
      return !/^(stickers|emoji)$/.test(command.input.kind);
    case "leave":
    case "removeMember":
    case "banMember":
      return error.code === "not_found" || error.reason === "not_member";
    case "reactToMessage":
    case "pinMessage":
    case "voteInPoll":
    case "closePoll":
    case "deleteMessage":
      return error.code === "not_found" || error.reason === "message_deleted";
    default:
      return false;
  }
}

function failed(command: Stored, error: AppError): Stored {
  const failure: WireError = { code: error.code, reason: error.reason, sentence: error.message };
  // Refused means that the server does not have it; after its own fault that is not certain.
  return { ...command, state: "failed", failure, faults: 0, wasTried: error.code === "internal" };
}

/** Edits that were waiting behind a message that will not be sent become its text. */
async function foldEdits(
  outbox: { getAll(): Promise<OutboxCommand[]>; delete(n: number): Promise<void> },
  send: Extract<Stored, { type: "sendMessage" }>,
): Promise<Pick<CommandInputs["editMessage"], "text" | "shown">> {
  let { text, shown } = send.input;
  for (const it of (await outbox.getAll()) as Stored[]) {
    if (it.type !== "editMessage" || it.input.messageId !== send.input.messageId) continue;
    ({ text, shown } = it.input);
    await outbox.delete(it.n);
  }
  return { text, shown };
}

/** [F20] */
function asDraft({ input }: Extract<Stored, { type: "editMessage" }>): Command {
  return { type: "setOwn", input: { kind: "draft", key: input.conversationId, value: { text: input.text } } };
}
