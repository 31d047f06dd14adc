import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { searchMessages } from "./search-messages.ts";

export const searchRouter = router({
  messages: signedIn.input(inputs.searchMessages).query(({ ctx, input }) => searchMessages(ctx, input)),
});
