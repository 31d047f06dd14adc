import { type FileId, newId } from "@parley/schema";
import { expect, test } from "vitest";
import { draftFileOf, takenOf } from "./taken-of.ts";

const picture = (name: string, fileId = newId<FileId>()) =>
  draftFileOf(
    fileId,
    { blob: new Blob(["12345"], { type: "image/webp" }), name, kind: "image", input: { name, width: 4, height: 3 } },
    name === "ramen.webp" ? " A bowl of ramen " : "",
  );

test("what is told to the server and what is shown at once are about the same file", () => {
  const fileId = newId<FileId>();
  const [taken] = takenOf([picture("ramen.webp", fileId)]);

  const known = { fileId, name: "ramen.webp", width: 4, height: 3, alt: "A bowl of ramen" };
  expect(taken?.attachments).toEqual([known]);
  expect(taken?.attached).toEqual([{ ...known, kind: "image", mime: "image/webp", size: 5 }]);
  expect(taken?.drafted).toEqual(taken?.attached);
});

test("a voice note is one to the server, and is shown as one", () => {
  const fileId = newId<FileId>();
  const made = {
    blob: new Blob(["1"]),
    name: "note",
    kind: "voice" as const,
    input: { name: "note", as: "voice" as const },
  };
  const [taken] = takenOf([draftFileOf(fileId, made)]);

  expect(taken?.attachments).toEqual([{ fileId, name: "note", as: "voice" }]);
  expect(taken?.attached).toEqual([{ fileId, name: "note", kind: "voice", mime: "application/octet-stream", size: 1 }]);
});

test("twelve pictures are two messages, in their order", () => {
  const names = Array.from({ length: 12 }, (_, at) => `${at}.webp`);

  const taken = takenOf(names.map((name) => picture(name)));

  expect(taken.map((it) => it.attached.length)).toEqual([10, 2]);
  expect(taken.flatMap((it) => it.attachments.map((file) => file.name))).toEqual(names);
});
