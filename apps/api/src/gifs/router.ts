import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";

export const gifsRouter = router({
  search: signedIn.input(inputs.searchGifs).query(({ ctx, input }) => ctx.gifs.search(input.query, input.language)),
});
