import { inputs } from "@parley/schema";
import { removeLink } from "../links/remove-link.ts";
import { router, signedIn } from "../trpc.ts";
import { closePoll } from "./close-poll.ts";
import { deleteMessage } from "./delete-message.ts";
import { editMessage } from "./edit-message.ts";
import { listReached } from "./list-reached.ts";
import { listVersions } from "./list-versions.ts";
import { listVotes } from "./list-votes.ts";
import { pinMessage } from "./pin-message.ts";
import { messagesAfter, messagesAround, messagesBefore } from "./queries.ts";
import { reactToMessage } from "./react-to-message.ts";
import { readerOf } from "./readable-messages.ts";
import { sendMessage } from "./send-message.ts";
import { viewMessages } from "./view-messages.ts";
import { voteInPoll } from "./vote-in-poll.ts";

export const messagesRouter = router({
  send: signedIn
    .meta({ limit: "messages" })
    .input(inputs.sendMessage)
    .mutation(({ ctx, input }) => sendMessage(ctx, input)),
  edit: signedIn
    .meta({ limit: "messages" })
    .input(inputs.editMessage)
    .mutation(({ ctx, input }) => editMessage(ctx, input)),
  delete: signedIn.input(inputs.deleteMessage).mutation(({ ctx, input }) => deleteMessage(ctx, input)),
  react: signedIn.input(inputs.reactToMessage).mutation(({ ctx, input }) => reactToMessage(ctx, input)),
  pin: signedIn.input(inputs.pinMessage).mutation(({ ctx, input }) => pinMessage(ctx, input)),
  vote: signedIn.input(inputs.voteInPoll).mutation(({ ctx, input }) => voteInPoll(ctx, input)),
  closePoll: signedIn.input(inputs.closePoll).mutation(({ ctx, input }) => closePoll(ctx, input)),
  votes: signedIn.input(inputs.oneMessage).query(({ ctx, input }) => listVotes(ctx, input)),
  removeLink: signedIn.input(inputs.removeLink).mutation(({ ctx, input }) => removeLink(ctx, input)),
  before: signedIn
    .input(inputs.messagesAt)
    .query(({ ctx, input }) => messagesBefore(ctx.db, readerOf(ctx, input), input)),
  after: signedIn
    .input(inputs.messagesAt)
    .query(({ ctx, input }) => messagesAfter(ctx.db, readerOf(ctx, input), input)),
  around: signedIn
    .input(inputs.messagesAround)
    .query(({ ctx, input }) => messagesAround(ctx.db, readerOf(ctx, input), input)),
  view: signedIn.input(inputs.viewMessages).mutation(({ ctx, input }) => viewMessages(ctx, input)),
  reached: signedIn.input(inputs.oneMessage).query(({ ctx, input }) => listReached(ctx, input)),
  versions: signedIn.input(inputs.oneMessage).query(({ ctx, input }) => listVersions(ctx, input)),
});
