import type { MessageRow } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import type { Gallery } from "../../sync/index.ts";
import { byMonth } from "./by-month.ts";
import { type GalleryItem, itemsOf } from "./gallery-items.ts";

/** What a gallery has found, thing by thing and month by month. What has not changed stays the very same. */
export function createGalleryItems(gallery: Gallery): {
  items: Accessor<GalleryItem[]>;
  months: Accessor<string[]>;
  inMonth(month: string): GalleryItem[];
} {
  let known = new Map<MessageRow, GalleryItem[]>();
  let knownFor = gallery.wanted();
  const items = createMemo(() => {
    const wanted = gallery.wanted();
    if (!wanted) return [];
    const before = knownFor === wanted ? known : new Map<MessageRow, GalleryItem[]>();
    known = new Map(gallery.messages().map((row) => [row, before.get(row) ?? itemsOf(wanted, row)]));
    knownFor = wanted;
    return [...known.values()].flat();
  });
  const grouped = createMemo(() => byMonth(items()));
  return { items, months: createMemo(() => [...grouped().keys()]), inMonth: (month) => grouped().get(month) ?? [] };
}
