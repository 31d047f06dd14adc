import type { Browser } from "playwright-core";
import { type Preparing, startPreparing } from "./preparing.ts";
import { story } from "./story.ts";

/** A story with the part of Parley that makes files ready, so that these are what people send. */
export const preparingStory = story.extend(
  "preparing",
  { scope: "file" },
  async ({ browser }, { onCleanup }): Promise<Preparing> => {
    const preparing = await startPreparing(browser as Browser);
    onCleanup(() => preparing.close());
    return preparing;
  },
);
