import { accountsRouter } from "./accounts/router.ts";
import { appRouter as installationRouter } from "./installation/router.ts";
import { peopleRouter } from "./people/router.ts";
import { router } from "./trpc.ts";

export const appRouter = router({
  app: installationRouter,
  accounts: accountsRouter,
  people: peopleRouter,
});

/** What the web app is typed against. */
export type AppRouter = typeof appRouter;
