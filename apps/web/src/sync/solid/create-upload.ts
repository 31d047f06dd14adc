import type { FileId } from "@parley/schema";
import { type Accessor, createMemo } from "solid-js";
import type { Upload } from "../types.ts";
import { useSync } from "./sync-context.ts";

/** How far a file of one's own has come on its way; undefined once its message was sent. */
export function createUpload(fileId: Accessor<FileId>): Accessor<Upload | undefined> {
  const sync = useSync();
  return createMemo(() => sync.uploads().find((upload) => upload.fileId === fileId()));
}
