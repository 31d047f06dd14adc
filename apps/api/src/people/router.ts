import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { findPerson, searchPeople } from "./queries.ts";

export const peopleRouter = router({
  find: signedIn.input(inputs.findPerson).query(({ ctx, input }) => findPerson(ctx.db, ctx.userId, input.username)),
  search: signedIn.input(inputs.searchPeople).query(({ ctx, input }) => searchPeople(ctx.db, ctx.userId, input.query)),
});
