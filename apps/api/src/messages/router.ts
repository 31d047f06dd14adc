import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { sendMessage } from "./send-message.ts";

export const messagesRouter = router({
  send: signedIn.meta({ limit: "messages" }).input(inputs.sendMessage).mutation(({ ctx, input }) => sendMessage(ctx, input)),
});
