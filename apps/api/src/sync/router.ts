import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { markMessages } from "./mark-messages.ts";
import { pullChanges } from "./pull-changes.ts";
import { setOwn } from "./set-own.ts";
import { startSync } from "./start-sync.ts";

export const syncRouter = router({
  start: signedIn.input(inputs.startSync).query(({ ctx, input }) => startSync(ctx, input)),
  mark: signedIn.input(inputs.markMessages).mutation(({ ctx, input }) => markMessages(ctx, input)),
  setOwn: signedIn.input(inputs.setOwn).mutation(({ ctx, input }) => setOwn(ctx, { ...input, value: input.value })),
  pull: signedIn.input(inputs.pullChanges).query(({ ctx, input }) => pullChanges(ctx, input)),
});
