import { expect, test } from "vitest";
import { cleanFilm } from "./clean-film.ts";
import { cleanName } from "./clean-name.ts";
import { filmSize } from "./film-size.ts";
import { CannotPrepare, prepare } from "./index.ts";
import { sniff } from "./sniff.ts";

const box = (type: string, ...content: (Uint8Array | string)[]): Uint8Array<ArrayBuffer> => {
  const parts = content.map((it) => (typeof it === "string" ? new TextEncoder().encode(it) : it));
  const size = 8 + parts.reduce((sum, it) => sum + it.length, 0);
  return Buffer.concat([Uint8Array.of(0, 0, size >> 8, size & 255), new TextEncoder().encode(type), ...parts]);
};

test("a document goes as it is, under its name", async () => {
  const made = await prepare(new File(["%PDF-1.7 …"], "/tmp/Rent 2026.pdf", { type: "application/pdf" }), {
    isOriginal: false,
  });
  expect(made).toMatchObject({ kind: "document", name: "Rent 2026.pdf", input: { name: "Rent 2026.pdf" } });
  expect(made.blob.type).toBe("application/pdf");
});

test("an empty file is refused in words", async () => {
  const asked = prepare(new File([], "empty.txt"), { isOriginal: false });
  await expect(asked).rejects.toThrow(CannotPrepare);
  await expect(asked).rejects.toMatchObject({ key: "error.file_empty" });
});

test("nothing is begun for who has thought better of it", async () => {
  const asked = prepare(new File(["a"], "a.txt"), { isOriginal: false, signal: AbortSignal.abort() });
  await expect(asked).rejects.toMatchObject({ name: "AbortError" });
});

test("a name keeps its ending when it is cut, and turns no reader's eye", () => {
  expect(cleanName(`${"a".repeat(300)}.tar.gz`)).toHaveLength(180);
  expect(cleanName(`${"a".repeat(300)}.pdf`)).toMatch(/a\.pdf$/);
  expect(cleanName("gpj.\u202Eexe.jpg")).toBe("gpj.exe.jpg");
  expect(cleanName("IMG_1.HEIC", "image/jpeg")).toBe("IMG_1.jpeg");
  expect(cleanName("photo.jpg", "image/jpeg")).toBe("photo.jpg");
  expect(cleanName("  ")).toBe("file");
});

test("a file is told by its first bytes", () => {
  const of = (text: string) => sniff(Uint8Array.from(text, (it) => it.charCodeAt(0)));
  expect(of("\xff\xd8\xff\xe0")).toEqual({ mime: "image/jpeg", as: "image" });
  expect(of("RIFF\0\0\0\0WEBPVP8X")).toEqual({ mime: "image/webp", as: "image" });
  expect(of("\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf")).toEqual({ mime: "image/avif", as: "image" });
  expect(of("\0\0\0\x14ftypisom\0\0\0\0mp42")).toEqual({ mime: "video/mp4", as: "video" });
  expect(of("\0\0\0\x14ftypM4A \0\0\0\0mp42")).toEqual({ mime: "audio/mp4", as: "audio" });
  expect(of("<svg>")).toBeUndefined();
});

test("a film that this browser cannot play says all the same how large and how long it is, upright", async () => {
  const numbers = (...all: number[]) => Uint8Array.from(all.flatMap((it) => [it >>> 24, it >> 16, it >> 8, it]));
  const clock = box("mvhd", numbers(0, 0, 0, 600, 1_500));
  const sound = box("trak", box("tkhd", new Uint8Array(84)));
  const turned = numbers(0, 0x10000, 0, -0x10000, 0, 0, 0, 0, 0x40000000);
  const track = (matrix: Uint8Array) =>
    box("trak", box("tkhd", new Uint8Array(40), matrix, numbers(1_920 << 16, 1_080 << 16)));
  const film = new Blob([box("ftyp", "qt  "), box("moov", clock, sound, track(turned)), box("mdat", "moving")]);

  expect(await filmSize(film)).toEqual({ width: 1_080, height: 1_920, durationMs: 2_500 });
  expect(await filmSize(new Blob([box("ftyp", "qt  "), box("moov", box("trak", box("tkhd", "cut")))]))).toBeUndefined();
  expect(await filmSize(new Blob(["RIFF    AVI "]))).toBeUndefined();
});

test("a film no longer says where it was taken, and is otherwise the same", async () => {
  const place = box("udta", box("\xa9xyz", "+59.33+018.06/"));
  const track = box("trak", box("tkhd", "track"), box("udta", "name"));
  const film = new Blob([box("ftyp", "isom"), box("mdat", "moving"), box("moov", box("mvhd", "head"), track, place)]);

  const clean = await cleanFilm(film);

  const text = await clean.text();
  expect(text).not.toContain("+59.33");
  expect(text).toContain("moving");
  expect(text).toContain("free");
  expect(clean.size).toBe(film.size);
});
