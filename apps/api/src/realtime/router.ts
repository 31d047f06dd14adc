import { inputs } from "@parley/schema";
import { router, signedIn } from "../trpc.ts";
import { issueTicket } from "./issue-ticket.ts";
import { listPresence } from "./presence.ts";

export const realtimeRouter = router({
  ticket: signedIn.input(inputs.ticketFor).query(({ ctx, input }) => issueTicket(ctx, input)),
  presence: signedIn.input(inputs.presenceOf).query(({ ctx, input }) => listPresence(ctx, input)),
});
