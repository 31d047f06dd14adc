import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { searchPeople } from "./queries.ts";

export const peopleRouter = router({
  search: signedIn.input(inputs.searchPeople).query(({ ctx, input }) => searchPeople(ctx.db, ctx.userId, input.query)),
});
