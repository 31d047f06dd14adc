import { limits, normaliseText } from "@parley/schema";

/** Ends of names, by the type that a picture was made into. */
const endings: Record<string, RegExp> = {
  "image/webp": /\.webp$/i,
  "image/jpeg": /\.jpe?g$/i,
  "image/png": /\.a?png$/i,
};

/** A name without folders and what nobody can see, that fits and, of a picture made anew, ends as what it now is. */
export function cleanName(name: string, type?: string): string {
  const line = normaliseText(name.split(/[/\\]/).at(-1) ?? "")
    // Letters that turn the direction make "exe.jpg" of "gpj.exe".
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
  const at = line.lastIndexOf(".");
  const [stem, ending] = at > 0 && line.length - at <= 12 ? [line.slice(0, at), line.slice(at)] : [line, ""];
  const wanted = type === undefined ? undefined : endings[type];
  const shown = wanted && !wanted.test(ending) ? `.${type?.split("/")[1]}` : ending;
  return [...(stem || "file")].slice(0, limits.fileNameLength - shown.length).join("") + shown;
}
