import { type Attachment, attachmentPath, type FileVariant } from "@parley/schema";
import { Icon } from "@parley/ui";
import { createResource, For, Show } from "solid-js";
import { type Sync, type TimelineMessage, useSync } from "../sync/index.ts";
import "./sent-files.css";

/** The files of a message that was sent: pictures as they are, everything else as a row that leads to it. */
export function SentFiles(props: { message: TimelineMessage; files: readonly Attachment[]; isEntered: boolean }) {
  const sync = useSync();
  const [ticket] = createResource(() => ticketOf(sync.api).catch(() => undefined));
  const urlOf = (file: Attachment, variant: FileVariant) =>
    ticket.latest && `${attachmentPath(props.message.id, file.fileId, variant)}?ticket=${ticket.latest}`;

  return (
    <ul class="sentfiles">
      <For each={props.files}>
        {(file) => (
          <li>
            <a
              class="sentfiles__file"
              href={urlOf(file, file.kind === "document" ? "download" : "original")}
              target="_blank"
              rel="noopener noreferrer"
              tabindex={props.isEntered ? 0 : -1}
            >
              <Show
                when={(file.kind === "image" || file.kind === "sticker") && file.width}
                fallback={
                  <>
                    <Icon name="file-text" />
                    <bdi class="truncate">{file.name}</bdi>
                  </>
                }
              >
                <img
                  class="sentfiles__picture"
                  src={urlOf(file, "small")}
                  width={file.width}
                  height={file.height}
                  loading="lazy"
                  decoding="async"
                  alt={file.alt || file.name}
                />
              </Show>
            </a>
          </li>
        )}
      </For>
    </ul>
  );
}

let kept: Promise<{ ticket: string; expiresAt: string | number }> | undefined;
let keptUntil = 0;

/** One ticket serves all files, until shortly before it ends. */
async function ticketOf(api: Sync["api"]): Promise<string> {
  if (!kept || keptUntil < Date.now()) {
    keptUntil = Date.now() + 480_000;
    kept = api.files.ticket.query({});
    kept.catch(() => {
      kept = undefined;
    });
  }
  return (await kept).ticket;
}
