import type { MessageRow } from "@parley/schema";
import { expect, test } from "vitest";
import { itemsOf, linksOf } from "./gallery-items.ts";

const files = [
  { fileId: "1", kind: "image", name: "lake.jpg" },
  { fileId: "2", kind: "document", name: "plan.pdf" },
  { fileId: "3", kind: "image", name: "Mountain.jpg" },
];
const album = { id: "m", createdAt: "2026-11-21T12:00:00.000Z", editedAt: null, attachments: files } as MessageRow;
const namesOf = (...found: Parameters<typeof itemsOf>) => itemsOf(...found).map((it) => it.file?.name);

test("of an album the gallery shows what it is about, the last picture first", () => {
  expect(namesOf({ kind: "media", name: "" }, album)).toEqual(["Mountain.jpg", "lake.jpg"]);
  expect(namesOf({ kind: "files", name: "" }, album)).toEqual(["plan.pdf"]);
});

test("who looks for a name sees only the files of that name", () => {
  expect(namesOf({ kind: "media", name: "mount" }, album)).toEqual(["Mountain.jpg"]);
});

test("each address in a message is there once, with what its page says of itself", () => {
  const link = { url: "https://ramen.example/menu", title: "Menu", site: "Ramen" };
  const text = "https://ramen.example/menu and www.udon.example, again https://ramen.example/menu";
  expect(linksOf({ text, link })).toEqual([
    { url: "https://ramen.example/menu", host: "ramen.example", preview: link },
    { url: "https://www.udon.example/", host: "udon.example" },
  ]);
});
