import { makeWaitingFfmpeg } from "@parley/api/testing";
import { type Parley, startParley } from "./start-parley.ts";

/** A Parley whose films are made once `makeFilms` was called. */
export async function startWithWaitingFfmpeg(): Promise<Parley & { makeFilms(): Promise<void> }> {
  const ffmpeg = await makeWaitingFfmpeg();
  const parley = await startParley({ env: { FFMPEG: ffmpeg.path } });
  return {
    ...parley,
    makeFilms: ffmpeg.go,
    async stop() {
      await parley.stop();
      await ffmpeg.remove();
    },
  };
}
