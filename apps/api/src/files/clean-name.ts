import { lengthOf, limits } from "@parley/schema";

// What separates folders, what systems refuse in names, and what turns the direction of reading ("exe.gpj").
const unwanted = /[\\/:*?"<>|\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A file's name as it can be kept on any system: one name, no path, nothing hidden in it. */
export function cleanName(name: string): string {
  const cleaned = name
    .replace(/^.*[\\/](?=[^\\/])/su, "")
    .replace(unwanted, "_")
    .replace(/^[.\s]+|[.\s]+$/gu, "");
  return lengthOf(cleaned) <= limits.fileNameLength ? cleaned || "file" : shortened(cleaned);
}

/** Its end says what it is, and stays. */
function shortened(name: string): string {
  const end = /\.[^.]{1,12}$/u.exec(name)?.[0] ?? "";
  return (
    Array.from(name)
      .slice(0, limits.fileNameLength - lengthOf(end))
      .join("") + end
  );
}
