import { router, signedIn } from "../trpc.ts";

export const filesRouter = router({
  ticket: signedIn.query(({ ctx }) => ctx.fileTickets.issue(ctx.sessionId, ctx.now())),
});
