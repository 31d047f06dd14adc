import type { Streams } from "./film-types.ts";

const longestSide = 1_920;
const small = `scale=w='min(${longestSide},iw)':h='min(${longestSide},ih)':force_original_aspect_ratio=decrease:force_divisible_by=2`;

/** What ffmpeg is told, so that every browser plays it and it begins before all of it is there. What may stay as it is stays. */
export function howToPlay({ video, isPlain, audio }: Streams): string[] {
  const pictures =
    video === "h264" && isPlain
      ? ["-c:v", "copy"]
      : [
          ...["-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-maxrate", "6M", "-bufsize", "12M"],
          ...["-profile:v", "high", "-pix_fmt", "yuv420p", "-vf", small],
        ];
  const sound = audio === "aac" ? ["-c:a", "copy"] : ["-c:a", "aac", "-b:a", "128k", "-ac", "2"];
  return [
    ...["-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", "-map_metadata", "-1", "-map_chapters", "-1"],
    ...[...pictures, ...sound, "-threads", "2", "-movflags", "+faststart", "-f", "mp4"],
  ];
}
