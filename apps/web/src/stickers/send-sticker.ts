import type { AttachmentInput, Sticker } from "@parley/schema";
import type { Composing } from "../messages/create-composing.ts";
import type { Sync } from "../sync/index.ts";
import { attachmentOf } from "./kept-packs.ts";

/** Sends a sticker of a pack that the user keeps. Its bytes are with the server already, or on their way with the pack. */
export function sendSticker(sync: Sync, composing: Composing, sticker: Sticker): Promise<unknown> {
  const attached = attachmentOf(sticker);
  const { kind: _, mime: __, size: ___, ...input } = attached;
  const attachments: AttachmentInput[] = [{ ...input, as: "sticker" }];
  return sync.do.sendMessage({ ...composing.takePlace(), attachments, attached: [attached] });
}
