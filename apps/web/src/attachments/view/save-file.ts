import type { Attachment, MessageId } from "@parley/schema";
import type { Sync } from "../../sync/index.ts";
import { askFileUrl } from "../file-url.ts";

/** Puts a file among the browser's downloads: this device's own bytes while it has them, else the server's. */
export async function saveFile(sync: Sync, messageId: MessageId, file: Pick<Attachment, "fileId" | "name">) {
  const own = await sync.localFile(file.fileId).catch(() => null);
  const url = own
    ? URL.createObjectURL(own)
    : await askFileUrl(sync, { messageId, fileId: file.fileId, variant: "download" });
  const link = document.createElement("a");
  link.href = url;
  link.download = file.name;
  link.click();
  // The browser reads it after the click.
  if (own) setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
