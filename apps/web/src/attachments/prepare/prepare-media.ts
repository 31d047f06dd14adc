import type { AttachmentKind } from "@parley/schema";
import { cleanFilm } from "./clean-film.ts";
import type { Details } from "./details.ts";
import { filmSize } from "./film-size.ts";
import { type Loaded, loadMedia } from "./load-media.ts";
import { posterHash } from "./poster-hash.ts";
import { waveformOfFile } from "./waveform-of-file.ts";

export type PreparedMedia = { blob: Blob; kind: AttachmentKind; details: Details };

/** What is to be known of a film or a recording before it is sent: how large, how long, how loud, what it begins with. */
export async function prepareMedia(file: Blob, as: "video" | "audio", signal?: AbortSignal): Promise<PreparedMedia> {
  const blob = as === "video" ? await cleanFilm(file) : file;
  const media = await loadMedia(blob, signal);
  const said = as === "video" && !media?.width ? await filmSize(blob) : undefined;
  // This browser cannot play it, or only hears it: others may.
  if (!media || said) {
    media?.close();
    return { blob, kind: as === "audio" ? "audio" : said ? "video" : "document", details: said ?? {} };
  }
  try {
    return media.width > 0 ? await film(blob, media, signal) : await recording(blob, media, signal);
  } finally {
    media.close();
  }
}

async function film(blob: Blob, media: Loaded, signal: AbortSignal | undefined): Promise<PreparedMedia> {
  const { width, height, durationMs } = media;
  const thumbHash = await posterHash(media, signal);
  return { blob, kind: "video", details: { width, height, ...known({ durationMs, thumbHash }) } };
}

async function recording(blob: Blob, media: Loaded, signal: AbortSignal | undefined): Promise<PreparedMedia> {
  const { durationMs } = media;
  const waveform = durationMs === undefined ? undefined : await waveformOfFile(blob, durationMs, signal);
  return { blob, kind: "audio", details: known({ durationMs, waveform }) };
}

const known = (details: Details): Details =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
