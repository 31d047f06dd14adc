import { inputs } from "@parley/schema";
import { anyone, router } from "../trpc.ts";
import { readPublicConfig } from "./queries.ts";

export const appRouter = router({
  config: anyone.input(inputs.nothing).query(({ ctx }) => readPublicConfig(ctx)),
});
