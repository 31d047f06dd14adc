import { accountsRouter } from "./accounts/router.ts";
import { channelsRouter } from "./channels/router.ts";
import { conversationsRouter } from "./conversations/router.ts";
import { filesRouter } from "./files/router.ts";
import { gifsRouter } from "./gifs/router.ts";
import { appRouter as installationRouter } from "./installation/router.ts";
import { messagesRouter } from "./messages/router.ts";
import { peopleRouter } from "./people/router.ts";
import { realtimeRouter } from "./realtime/router.ts";
import { searchRouter } from "./search/router.ts";
import { stickersRouter } from "./stickers/router.ts";
import { syncRouter } from "./sync/router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  app: installationRouter,
  accounts: accountsRouter,
  people: peopleRouter,
  conversations: conversationsRouter,
  channels: channelsRouter,
  messages: messagesRouter,
  files: filesRouter,
  stickers: stickersRouter,
  gifs: gifsRouter,
  search: searchRouter,
  sync: syncRouter,
  realtime: realtimeRouter,
});

/** What the web app is typed against. */
export type AppRouter = typeof appRouter;
