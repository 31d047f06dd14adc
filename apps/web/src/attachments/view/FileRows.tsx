import type { Attachment } from "@parley/schema";
import { createMemo, For, Show } from "solid-js";
import type { FilesProps } from "../MessageFiles.tsx";
import { FileRow } from "./FileRow.tsx";
import { SoundRow } from "./SoundRow.tsx";
import "./file-rows.css";

/** The files of a message that are heard or opened, one below the other. */
export function FileRows(props: FilesProps & { files: Attachment[] }) {
  const ids = createMemo(() => props.files.map((it) => it.fileId), undefined, {
    equals: (a, b) => a.join() === b.join(),
  });
  const fileOf = (id: string) => props.files.find((it) => it.fileId === id) as Attachment;
  const isHeard = (id: string) => ["voice", "audio"].includes(fileOf(id).kind);

  return (
    <For each={ids()}>
      {(id) => (
        <Show when={isHeard(id)} fallback={<FileRow {...props} file={fileOf(id)} />}>
          <SoundRow {...props} file={fileOf(id)} />
        </Show>
      )}
    </For>
  );
}
