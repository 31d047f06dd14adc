import { expect, test } from "vitest";
import { iconOf, languageOf, previewKind } from "./file-look.ts";

test("what a file is decides whether it can be read here, and its name how it is coloured", () => {
  expect(previewKind({ name: "plan.pdf", mime: "application/pdf" })).toBe("pdf");
  expect(previewKind({ name: "notes.txt", mime: "text/plain" })).toBe("text");
  expect(previewKind({ name: "main.rs", mime: "application/octet-stream" })).toBe("text");
  expect(previewKind({ name: "page.html", mime: "text/html" })).toBe("text");
  expect(previewKind({ name: "film.mkv", mime: "video/x-matroska" })).toBeUndefined();
  expect(previewKind({ name: "no-ending", mime: "application/octet-stream" })).toBeUndefined();
  expect(languageOf({ name: "main.rs", mime: "text/plain" })).toBe("rust");
  expect(languageOf({ name: "notes.txt", mime: "text/plain" })).toBe("");
  expect(iconOf({ name: "all.zip", mime: "application/zip" })).toBe("archive");
  expect(iconOf({ name: "x.bin", mime: "application/octet-stream" })).toBe("file");
});
