import * as v from "valibot";
import type { Ffmpeg, Film } from "../../adapters/ffmpeg.ts";
import type { Streams } from "./film-types.ts";

const asked =
  "stream=codec_type,codec_name,pix_fmt,width,height:stream_disposition=attached_pic:stream_side_data=rotation:format=duration";
const said = v.object({
  streams: v.array(
    v.object({
      codec_type: v.optional(v.string()),
      codec_name: v.optional(v.string(), ""),
      pix_fmt: v.optional(v.string(), ""),
      width: v.optional(v.number()),
      height: v.optional(v.number()),
      disposition: v.optional(v.object({ attached_pic: v.optional(v.number(), 0) })),
      side_data_list: v.optional(v.array(v.object({ rotation: v.optional(v.number()) })), []),
    }),
  ),
  format: v.optional(v.object({ duration: v.optional(v.string()) }), {}),
});
const longestMs = 86_400_000;

export type FilmLook = Streams & { width: number; height: number; durationMs: number | null };

/** What is in a film: how large it is, upright, and how long; null when there is nothing to see in it. */
export async function lookAtFilm(ffmpeg: Ffmpeg, film: Film): Promise<FilmLook | null> {
  const read = v.safeParse(said, await ffmpeg.ask(film, asked));
  if (!read.success) return null;
  const { streams, format } = read.output;
  const video = streams.find((it) => it.codec_type === "video" && it.disposition?.attached_pic !== 1);
  if (!video?.width || !video.height) return null;
  const turned = video.side_data_list.find((it) => it.rotation !== undefined)?.rotation ?? 0;
  const isOnSide = Math.abs(turned) % 180 === 90;
  const durationMs = Math.round(Number(format.duration) * 1_000);
  return {
    video: video.codec_name,
    isPlain: video.pix_fmt === "yuv420p" || video.pix_fmt === "yuvj420p",
    audio: streams.find((it) => it.codec_type === "audio")?.codec_name,
    width: isOnSide ? video.height : video.width,
    height: isOnSide ? video.width : video.height,
    durationMs: durationMs > 0 && durationMs <= longestMs ? durationMs : null,
  };
}
