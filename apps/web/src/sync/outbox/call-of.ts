import type { AsShown, CommandInputs } from "./command.ts";
import type { Job } from "./next-jobs.ts";

/** The procedure of a job and its input. */
export function callOf(job: Job): { path: string; input: unknown } {
  const command = job[0]!;
  switch (command.type) {
    case "sendMessage": {
      const { forwardedAs: _, ...input } = asTold(command.input);
      return { path: "messages.send", input };
    }
    case "editMessage":
      return { path: "messages.edit", input: asTold(command.input) };
    case "deleteMessage":
      return { path: "messages.delete", input: command.input };
    case "reactToMessage":
      return { path: "messages.react", input: command.input };
    case "voteInPoll":
      return { path: "messages.vote", input: command.input };
    case "closePoll":
      return { path: "messages.closePoll", input: command.input };
    case "removeLink":
      return { path: "messages.removeLink", input: command.input };
    case "pinMessage":
      return { path: "messages.pin", input: command.input };
    case "markRead":
      return {
        path: "sync.mark",
        input: { marks: job.flatMap((it) => (it.type === "markRead" ? [markOf(it.input)] : [])) },
      };
    case "setOwn":
      return { path: "sync.setOwn", input: command.input };
    case "createGroup":
      return { path: "conversations.createGroup", input: command.input };
    case "updateConversation":
      return { path: "conversations.update", input: command.input };
    case "setExpiry":
      return { path: "conversations.setExpiry", input: command.input };
    case "addMembers":
      return { path: "conversations.addMembers", input: command.input };
    case "removeMember":
      return { path: "conversations.removeMember", input: command.input };
    case "setMemberRole":
      return { path: "conversations.setRole", input: command.input };
    case "handOver":
      return { path: "conversations.handOver", input: command.input };
    case "banMember":
      return { path: "conversations.ban", input: command.input };
    case "leave":
      return { path: "conversations.leave", input: command.input };
    case "updateProfile":
      return { path: "accounts.updateProfile", input: command.input };
    default:
      return command satisfies never;
  }
}

const markOf = ({ conversationId, readSeq, deliveredSeq }: CommandInputs["markRead"]) => ({
  conversationId,
  readSeq,
  deliveredSeq,
});

function asTold<Input extends AsShown>(input: Input): Omit<Input, "shown"> {
  const told: Partial<Input> & Omit<Input, "shown"> = { ...input };
  delete told.shown;
  return told;
}
