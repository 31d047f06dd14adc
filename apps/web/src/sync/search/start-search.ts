import type { Engine } from "../engine/engine.ts";
import type { Touched } from "../store/touched.ts";
import { type DeviceSearcher, startDeviceSearch } from "./device-search.ts";
import type { DeviceAnswer, DeviceSearch } from "./find-on-device.ts";

/** What is on the screen comes first; the index waits until the app has settled. */
const settledMs = 4_000;

type Touching = { listen(listener: (touched: Touched) => void): () => void };

/** Keeps the search index up to date from the tab that leads, and answers searches in every tab. */
export function startSearch(copyName: string, engine: Pick<Engine, "isLeading">, world: Touching) {
  let searcher: DeviceSearcher | undefined;
  let timer = setTimeout(ifLeading, settledMs);
  const start = () => {
    searcher ??= typeof Worker === "undefined" ? undefined : startDeviceSearch(copyName);
    return searcher;
  };
  const stop = world.listen((touched) => searcher?.touched(touched));

  function ifLeading() {
    if (engine.isLeading()) start();
    else timer = setTimeout(ifLeading, settledMs);
  }

  return {
    search: async (search: DeviceSearch): Promise<DeviceAnswer | null> => (await start()?.search(search)) ?? null,
    close() {
      clearTimeout(timer);
      stop();
      searcher?.close();
    },
  };
}
