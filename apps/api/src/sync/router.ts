import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { pullChanges } from "./pull-changes.ts";
import { startSync } from "./start-sync.ts";

export const syncRouter = router({
  start: signedIn.input(inputs.startSync).query(({ ctx, input }) => startSync(ctx, input)),
  pull: signedIn.input(inputs.pullChanges).query(({ ctx, input }) => pullChanges(ctx, input)),
});
