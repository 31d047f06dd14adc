/** What a file is by its first bytes, and how it is made ready. */
export type Sniffed = { mime: string; as: "image" | "video" | "audio" };

type Sign = Sniffed & { at?: number; bytes: string };

// "?" stands for any byte.
const signs: Sign[] = [
  { bytes: "\xff\xd8\xff", mime: "image/jpeg", as: "image" },
  { bytes: "\x89PNG\r\n\x1a\n", mime: "image/png", as: "image" },
  { bytes: "GIF87a", mime: "image/gif", as: "image" },
  { bytes: "GIF89a", mime: "image/gif", as: "image" },
  { bytes: "RIFF????WEBP", mime: "image/webp", as: "image" },
  { bytes: "BM????\0\0\0\0", mime: "image/bmp", as: "image" },
  { bytes: "RIFF????WAVE", mime: "audio/wav", as: "audio" },
  { bytes: "RIFF????AVI ", mime: "video/x-msvideo", as: "video" },
  { bytes: "OggS", mime: "audio/ogg", as: "audio" },
  { bytes: "fLaC", mime: "audio/flac", as: "audio" },
  { bytes: "ID3", mime: "audio/mpeg", as: "audio" },
  { bytes: "\xff\xfb", mime: "audio/mpeg", as: "audio" },
  { bytes: "\xff\xf3", mime: "audio/mpeg", as: "audio" },
  { bytes: "\xff\xf1", mime: "audio/aac", as: "audio" },
  { bytes: "\xff\xf9", mime: "audio/aac", as: "audio" },
];

const imageBrands: Record<string, string> = {
  avif: "image/avif",
  avis: "image/avif",
  heic: "image/heic",
  heix: "image/heic",
  heim: "image/heic",
  heis: "image/heic",
  hevc: "image/heic",
  hevx: "image/heic",
  mif1: "image/heif",
  msf1: "image/heif",
};

/** Told by content, never by name; nothing when it is neither a picture nor heard nor seen. */
export function sniff(head: Uint8Array): Sniffed | undefined {
  const text = String.fromCharCode(...head.subarray(0, 512));
  const found = signs.find(({ bytes }) => startsWith(text, bytes));
  if (found?.mime === "audio/ogg" && text.includes("\x80theora")) return { mime: "video/ogg", as: "video" };
  if (found) return { mime: found.mime, as: found.as };
  if (text.startsWith("\x1a\x45\xdf\xa3"))
    return { mime: text.includes("webm") ? "video/webm" : "video/x-matroska", as: "video" };
  return text.slice(4, 8) === "ftyp" ? byBrands(head, text) : undefined;
}

function byBrands(head: Uint8Array, text: string): Sniffed {
  const size = Math.min(new DataView(head.buffer, head.byteOffset).getUint32(0), text.length);
  const major = text.slice(8, 12);
  // The common brand of all HEIF files says less than the others beside it.
  const brands = [major, ...(text.slice(16, size).match(/.{4}/gs) ?? [])];
  const known = brands.map((brand) => imageBrands[brand]).filter((mime) => mime !== undefined);
  const image = known.find((mime) => mime !== "image/heif") ?? known[0];
  if (image && (imageBrands[major] || brands.includes("mif1"))) return { mime: image, as: "image" };
  if (/^M4[AB] /.test(major)) return { mime: "audio/mp4", as: "audio" };
  return { mime: major === "qt  " ? "video/quicktime" : "video/mp4", as: "video" };
}

function startsWith(text: string, bytes: string): boolean {
  return text.length >= bytes.length && [...bytes].every((byte, i) => byte === "?" || byte === text[i]);
}
