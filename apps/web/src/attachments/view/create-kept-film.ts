import { type Accessor, createRenderEffect, createSignal, on, onCleanup } from "solid-js";
import { createKeptFiles } from "../../sync/index.ts";

/** Longer films only stream. */
const mostBytes = 60_000_000;

/** The whole of a film that was opened before, from this device: null when it is not kept here, undefined until that is known. */
export function createKeptFilm(path: Accessor<string | undefined>) {
  const files = createKeptFiles();
  const [kept, setKept] = createSignal<string | null>();
  let isAsked = false;
  createRenderEffect(
    on(path, (wanted) => {
      isAsked = false;
      setKept(wanted ? undefined : null);
      if (!wanted) return;
      let url: string | undefined;
      let isOver = false;
      void files
        .find(wanted)
        .catch(() => undefined)
        .then((blob) => {
          if (isOver) return;
          url = blob && URL.createObjectURL(blob);
          setKept(url ?? null);
        });
      onCleanup(() => {
        isOver = true;
        if (url) URL.revokeObjectURL(url);
      });
    }),
  );

  return {
    kept,
    /** Fetches what streams here as a whole as well, so that it is here without a network. */
    keep(url: string, size: number) {
      if (isAsked || kept() !== null || size > mostBytes) return;
      isAsked = true;
      void files.keep(url).catch(() => undefined);
    },
  };
}
