import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { findSharedPack, showPack } from "./show-pack.ts";

export const stickersRouter = router({
  show: signedIn.input(inputs.oneSticker).query(({ ctx, input }) => showPack(ctx, input)),
  find: signedIn.input(inputs.onePack).query(({ ctx, input }) => findSharedPack(ctx, input.packId)),
});
