import { lineInput } from "@parley/schema";
import { Parser } from "htmlparser2";
import * as v from "valibot";

export type PageWords = { title: string; description: string; site: string; imageUrl: string | null };

const names = {
  title: ["og:title", "twitter:title"],
  description: ["og:description", "twitter:description", "description"],
  site: ["og:site_name", "application-name"],
  image: ["og:image:secure_url", "og:image", "twitter:image"],
} as const;

/** What a page says of itself in its head; null when it does not even have a title. */
export function readPage(body: Buffer, type: string, base: URL): PageWords | null {
  const found = new Map<string, string>();
  let title = "";
  let isInTitle = false;
  const parser = new Parser({
    onopentag(name, { property, name: named, content }) {
      if (name === "title" && !title) isInTitle = true;
      const key = (property ?? named ?? "").toLowerCase();
      if (name === "meta" && key && content && !found.has(key)) found.set(key, content);
      // Pages whose head never ends exist, and those are not looked through to their foot.
      if (name === "body") parser.pause();
    },
    ontext(text) {
      if (isInTitle) title += text;
    },
    onclosetag(name) {
      if (name === "title") isInTitle = false;
    },
  });
  parser.write(decode(body, type));
  parser.end();

  const first = (keys: readonly string[]) => keys.map((key) => found.get(key)).find((text) => text?.trim()) ?? "";
  const words = {
    title: shortened(first(names.title) || title, 200),
    description: shortened(first(names.description), 300),
    site: shortened(first(names.site) || base.hostname.replace(/^www\./, ""), 80),
  };
  const image = first(names.image);
  const imageUrl = image && URL.canParse(image, base.href) ? new URL(image, base).href : null;
  return words.title ? { ...words, imageUrl } : null;
}

/** In the page's own encoding, as its server or it itself says. */
function decode(body: Buffer, type: string): string {
  const stated =
    /charset=["']?([\w-]+)/i.exec(type)?.[1] ??
    /<meta[^>]{0,100}charset=["']?([\w-]+)/i.exec(body.toString("latin1", 0, 4_096))?.[1];
  try {
    return new TextDecoder(stated ?? "utf-8").decode(body);
  } catch {
    return new TextDecoder().decode(body);
  }
}

function shortened(text: string, most: number): string {
  const line = v.parse(lineInput(0, text.length + 1), text);
  const letters = [...line];
  return letters.length <= most ? line : `${letters.slice(0, most - 1).join("")}…`;
}
