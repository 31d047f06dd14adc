import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { showPack } from "./show-pack.ts";

export const stickersRouter = router({
  show: signedIn.input(inputs.oneSticker).query(({ ctx, input }) => showPack(ctx, input)),
});
