/** What is taken for a film, and as what ffmpeg reads it: told to it, so that no list of other files is taken for one. */
const formats: Record<string, string> = {
  ...{ mp4: "mov", "x-m4v": "mov", quicktime: "mov", "3gpp": "mov", "3gpp2": "mov" },
  ...{ webm: "matroska", matroska: "matroska", "x-matroska": "matroska", ogg: "ogg" },
  ...{ "vnd.avi": "avi", "x-msvideo": "avi", "x-ms-asf": "asf", "x-flv": "flv" },
  ...{ mpeg: "mpeg", MP1S: "mpeg", MP2P: "mpeg", mp2t: "mpegts" },
};

export const formatOf = (mime: string): string | undefined =>
  mime.startsWith("video/") ? formats[mime.slice("video/".length)] : undefined;

/** In these, common browsers play the codecs below; others are packed anew. */
const containers = new Set(["video/mp4", "video/x-m4v", "video/webm"]);
const pictures = new Set(["vp8", "vp9", "av1"]);
const sounds = new Set(["aac", "mp3", "opus", "vorbis", "flac"]);

/** The film's streams, as far as they matter. */
export type Streams = { video: string; isPlain: boolean; audio: string | undefined };

/** Whether browsers play it as it is; `isPlain`: with 8 bits of one colour in two, as all of them can. */
export const playsAnywhere = (mime: string, { video, isPlain, audio }: Streams): boolean =>
  containers.has(mime) &&
  (pictures.has(video) || (video === "h264" && isPlain)) &&
  (audio === undefined || sounds.has(audio));
