import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { listSubscribers } from "./list-subscribers.ts";
import { discoverChannels, previewChannel } from "./queries.ts";
import { setAddress } from "./set-address.ts";
import { setVerified } from "./set-verified.ts";
import { subscribe } from "./subscribe.ts";

export const channelsRouter = router({
  discover: signedIn.input(inputs.discoverChannels).query(({ ctx, input }) => discoverChannels(ctx, input)),
  preview: signedIn.input(inputs.channelAt).query(({ ctx, input }) => previewChannel(ctx, input)),
  subscribe: signedIn.input(inputs.oneConversation).mutation(({ ctx, input }) => subscribe(ctx, input)),
  setAddress: signedIn.input(inputs.setAddress).mutation(({ ctx, input }) => setAddress(ctx, input)),
  setVerified: signedIn.input(inputs.setVerified).mutation(({ ctx, input }) => setVerified(ctx, input)),
  subscribers: signedIn.input(inputs.listSubscribers).query(({ ctx, input }) => listSubscribers(ctx, input)),
});
