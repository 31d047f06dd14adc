import { readFileSync, writeFileSync } from "node:fs";
import sharp from "sharp";

// Run by hand when the brand changes: `node src/app/make-icons.ts`. The pictures are committed.
const brand = new URL("../../../../packages/ui/src/brand/", import.meta.url);
const sprite = readFileSync(new URL("../icons/icons.svg", brand), "utf8");
const icons = new URL("../../public/icons/", import.meta.url);

const svg = (name: string) => readFileSync(new URL(name, brand));
const save = async (name: string, source: Buffer, size: number) =>
  writeFileSync(
    new URL(name, icons),
    await sharp(source, { density: 600 }).resize(size, size).png({ compressionLevel: 9, palette: true }).toBuffer(),
  );

writeFileSync(new URL("app-icon.svg", icons), svg("app-icon.svg"));
await save("icon-192.png", svg("app-icon.svg"), 192);
await save("icon-512.png", svg("app-icon.svg"), 512);
await save("maskable-192.png", svg("app-icon-maskable.svg"), 192);
await save("maskable-512.png", svg("app-icon-maskable.svg"), 512);
await save("apple-touch-icon.png", svg("app-icon-maskable.svg"), 180);
await save("mono-512.png", svg("glyph-mono.svg"), 512);
await save("shortcut-new.png", shortcut("compose"), 96);
await save("shortcut-settings.png", shortcut("settings"), 96);

function shortcut(name: string): Buffer {
  const symbol = new RegExp(`<symbol id="i-${name}"[^>]*>(.*?)</symbol>`, "s").exec(sprite)?.[1] ?? "";
  return Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" width="96" height="96"><rect width="96" height="96" rx="48" fill="#0e7490"/><g transform="translate(24 24) scale(2)" fill="none" stroke="#fff" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round">${symbol}</g></svg>`,
  );
}
