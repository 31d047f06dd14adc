import type { Attachment } from "@parley/schema";
import type { IconName } from "@parley/ui";

/** Programs by the ending of their names, in the words of the highlighter. */
const languages: Record<string, string> = {
  ...{ js: "javascript", mjs: "javascript", cjs: "javascript", jsx: "javascript", ts: "typescript", tsx: "typescript" },
  ...{ json: "json", css: "css", html: "xml", xml: "xml", svg: "xml", yml: "yaml", yaml: "yaml", py: "python" },
  ...{ c: "c", h: "c", cpp: "cpp", cs: "csharp", go: "go", java: "java", kt: "kotlin", rs: "rust" },
  ...{ sh: "bash", diff: "diff", patch: "diff", sql: "sql" },
};
const plain = new Set(["txt", "md", "log", "csv", "tsv", "ini", "toml", "conf", "srt", "vtt"]);
const packed = /zip|tar|gzip|7z|rar/;
const tables = /spreadsheet|excel|csv/;

type Named = Pick<Attachment, "name" | "mime">;

export const endingOf = ({ name }: Named): string => (/\.([a-z0-9]{1,8})$/i.exec(name)?.[1] ?? "").toLowerCase();

/** What can be shown of it here: the server says what it is, its name only how to colour it. */
export function previewKind(file: Named): "pdf" | "text" | undefined {
  if (file.mime === "application/pdf") return "pdf";
  const isText = file.mime.startsWith("text/") || file.mime === "application/json" || file.mime === "image/svg+xml";
  return isText || languages[endingOf(file)] || plain.has(endingOf(file)) ? "text" : undefined;
}

/** For the highlighter; empty for plain words. */
export const languageOf = (file: Named): string => languages[endingOf(file)] ?? "";

export function iconOf(file: Named): IconName {
  if (packed.test(file.mime)) return "archive";
  if (tables.test(file.mime)) return "chart";
  return previewKind(file) || /document|word|rtf/.test(file.mime) ? "file-text" : "file";
}
