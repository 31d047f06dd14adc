import type { CommandInputs, CommandType } from "./command.ts";
import type { Job } from "./next-jobs.ts";

const paths: Record<CommandType, string> = {
  sendMessage: "messages.send",
  editMessage: "messages.edit",
  deleteMessage: "messages.delete",
  reactToMessage: "messages.react",
  voteInPoll: "messages.vote",
  closePoll: "messages.closePoll",
  removeLink: "messages.removeLink",
  pinMessage: "messages.pin",
  markRead: "sync.mark",
  setOwn: "sync.setOwn",
  createGroup: "conversations.createGroup",
  updateConversation: "conversations.update",
  setExpiry: "conversations.setExpiry",
  addMembers: "conversations.addMembers",
  removeMember: "conversations.removeMember",
  setMemberRole: "conversations.setRole",
  handOver: "conversations.handOver",
  banMember: "conversations.ban",
  leave: "conversations.leave",
  updateProfile: "accounts.updateProfile",
};

/** The procedure of a job and its input. */
export function callOf(job: Job): { path: string; input: unknown } {
  const { type, input } = job[0]!;
  const path = paths[type];
  if (type === "markRead")
    return { path, input: { marks: job.flatMap((it) => (it.type === "markRead" ? [markOf(it.input)] : [])) } };
  return { path, input: type === "sendMessage" || type === "editMessage" ? asTold(input) : input };
}

const markOf = ({ conversationId, readSeq, deliveredSeq }: CommandInputs["markRead"]) => ({
  conversationId,
  readSeq,
  deliveredSeq,
});

/** Without what is for this device alone. */
function asTold(input: Partial<CommandInputs["sendMessage"]>) {
  const { shown: _, forwardedAs: __, attached: ___, ...told } = input;
  return told;
}
