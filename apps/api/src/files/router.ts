import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { listFiles } from "./list-files.ts";
import { removeFiles } from "./remove-files.ts";
import { readStorage } from "./storage.ts";

export const filesRouter = router({
  ticket: signedIn.input(inputs.nothing).query(({ ctx }) => ctx.fileTickets.issue(ctx.sessionId, ctx.now())),
  list: signedIn.input(inputs.listFiles).query(({ ctx, input }) => listFiles(ctx, input)),
  storage: signedIn.input(inputs.nothing).query(({ ctx }) => readStorage(ctx)),
  remove: signedIn.input(inputs.removeFiles).mutation(({ ctx, input }) => removeFiles(ctx, ctx.userId, input.fileIds)),
});
