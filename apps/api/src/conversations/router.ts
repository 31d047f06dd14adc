import { inputs } from "@parley/schema";
import { anyone, router, signedIn } from "../trpc.ts";
import { addMembers } from "./add-members.ts";
import { answerRequest } from "./answer-request.ts";
import { banMember } from "./ban-member.ts";
import { listBans, unban } from "./bans.ts";
import { createGroup } from "./create-group.ts";
import { createInvite } from "./create-invite.ts";
import { handOver } from "./hand-over.ts";
import { listInvites, previewInvite, revokeInvite } from "./invites.ts";
import { joinByInvite } from "./join-by-invite.ts";
import { listRequests } from "./join-requests.ts";
import { leave } from "./leave.ts";
import { removeMember } from "./remove-member.ts";
import { setExpiry } from "./set-expiry.ts";
import { setMemberRole } from "./set-member-role.ts";
import { updateConversation } from "./update-conversation.ts";
import { withdrawRequest } from "./withdraw-request.ts";

export const conversationsRouter = router({
  createGroup: signedIn.input(inputs.createGroup).mutation(({ ctx, input }) => createGroup(ctx, input)),
  update: signedIn.input(inputs.updateConversation).mutation(({ ctx, input }) => updateConversation(ctx, input)),
  setExpiry: signedIn.input(inputs.setExpiry).mutation(({ ctx, input }) => setExpiry(ctx, input)),
  addMembers: signedIn.input(inputs.addMembers).mutation(({ ctx, input }) => addMembers(ctx, input)),
  removeMember: signedIn.input(inputs.oneMember).mutation(({ ctx, input }) => removeMember(ctx, input)),
  setRole: signedIn.input(inputs.setMemberRole).mutation(({ ctx, input }) => setMemberRole(ctx, input)),
  handOver: signedIn.input(inputs.oneMember).mutation(({ ctx, input }) => handOver(ctx, input)),
  leave: signedIn.input(inputs.leaveConversation).mutation(({ ctx, input }) => leave(ctx, input)),
  createInvite: signedIn.input(inputs.createInvite).mutation(({ ctx, input }) => createInvite(ctx, input)),
  revokeInvite: signedIn.input(inputs.oneInvite).mutation(({ ctx, input }) => revokeInvite(ctx, input)),
  listInvites: signedIn.input(inputs.oneConversation).query(({ ctx, input }) => listInvites(ctx, input)),
  withdrawRequest: signedIn.input(inputs.oneConversation).mutation(({ ctx, input }) => withdrawRequest(ctx, input)),
  listRequests: signedIn.input(inputs.oneConversation).query(({ ctx, input }) => listRequests(ctx, input)),
  answerRequest: signedIn.input(inputs.answerRequest).mutation(({ ctx, input }) => answerRequest(ctx, input)),
  ban: signedIn.input(inputs.banMember).mutation(({ ctx, input }) => banMember(ctx, input)),
  unban: signedIn.input(inputs.oneMember).mutation(({ ctx, input }) => unban(ctx, input)),
  listBans: signedIn.input(inputs.oneConversation).query(({ ctx, input }) => listBans(ctx, input)),
  previewInvite: anyone.input(inputs.inviteCode).query(({ ctx, input }) => previewInvite(ctx.db, ctx.now(), input)),
  joinByInvite: signedIn.input(inputs.joinByInvite).mutation(({ ctx, input }) => joinByInvite(ctx, input)),
});
