import { CannotPrepare, type Trouble } from "./cannot-prepare.ts";
import { type MadePicture, makePicture, type PictureJob } from "./make-picture.ts";

export type PictureAnswer = { made: MadePicture } | { trouble: Trouble } | { failed: string };

const answer = (it: PictureAnswer) => postMessage(it);

addEventListener("message", ({ data }: MessageEvent<PictureJob>) => {
  makePicture(data).then(
    (made) => answer({ made }),
    (error: unknown) => answer(error instanceof CannotPrepare ? { trouble: error.key } : { failed: String(error) }),
  );
});
