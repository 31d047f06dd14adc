import { expect, test } from "vitest";
import { takenOf } from "./taken-of.ts";

const picture = (name: string) => ({
  prepared: {
    blob: new Blob(["12345"], { type: "image/webp" }),
    name,
    kind: "image" as const,
    input: { name, width: 4, height: 3 },
  },
  alt: name === "ramen.webp" ? " A bowl of ramen " : "",
});

test("what is told to the server and what is shown at once are about the same file", () => {
  const [taken] = takenOf([picture("ramen.webp")]);

  const { fileId } = taken!.files![0]!;
  const known = { fileId, name: "ramen.webp", width: 4, height: 3, alt: "A bowl of ramen" };
  expect(taken!.attachments).toEqual([known]);
  expect(taken!.attached).toEqual([{ ...known, kind: "image", mime: "image/webp", size: 5 }]);
});

test("twelve pictures are two messages, in their order", () => {
  const names = Array.from({ length: 12 }, (_, at) => `${at}.webp`);

  const taken = takenOf(names.map(picture));

  expect(taken.map((it) => it.files!.length)).toEqual([10, 2]);
  expect(taken.flatMap((it) => it.attachments!.map((file) => file.name))).toEqual(names);
});
