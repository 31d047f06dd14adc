import type { Attachment } from "@parley/schema";
import { createMemo, For } from "solid-js";
import { type AlbumShape, rowHeight } from "../album-shape.ts";
import type { FilesProps } from "../MessageFiles.tsx";
import { Tile } from "./Tile.tsx";
import { tidyOnce } from "./tidy-once.ts";
import "./album.css";

/** The pictures and videos of a message, side by side and in rows. */
export function Album(props: FilesProps & { files: Attachment[]; shape: AlbumShape }) {
  tidyOnce();
  const ids = createMemo(() => props.files.map((it) => it.fileId), undefined, {
    equals: (a, b) => a.join() === b.join(),
  });
  /** By the place of its first picture, how tall a row is and what is in it. */
  const rows = createMemo(() => {
    let at = 0;
    if (props.shape.isLed) return [{ height: 1, ids: ids(), ratios: [] as number[] }];
    return props.shape.rows.map((ratios) => {
      const from = at;
      at += ratios.length;
      return { height: rowHeight(ratios), ids: ids().slice(from, at), ratios };
    });
  });

  return (
    <For each={rows()}>
      {(row) => (
        <div
          class="album__row"
          data-led={props.shape.isLed ? "" : undefined}
          style={{ "flex-grow": `${Math.round(row.height * 1000)}` }}
        >
          <For each={row.ids}>
            {(id, i) => (
              <Tile
                {...props}
                file={props.files.find((it) => it.fileId === id) as Attachment}
                number={ids().indexOf(id) + 1}
                count={ids().length}
                share={row.ratios[i()] ?? 1}
              />
            )}
          </For>
        </div>
      )}
    </For>
  );
}
