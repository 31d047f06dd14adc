import type { MessageRow, Person } from "@parley/schema";
import { plainText } from "@parley/schema/formatting";
import { excerptOf, parseQuery } from "@parley/schema/search";
import { Show } from "solid-js";
import { filesLine } from "../attachments/files-line.ts";
import { createMe } from "../conversations/create-view.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversation, useSync } from "../sync/index.ts";
import { hitAddress } from "./hit-address.ts";
import { Marked } from "./Marked.tsx";

/** A message that was found: who, where and when, and the words around the hit. It leads into its conversation. */
export function FoundMessage(props: {
  message: MessageRow;
  sender: Person | undefined;
  text: string;
  isOpen: boolean;
  onOpen(): void;
}) {
  const { t, formatWhen } = useI18n();
  const sync = useSync();
  const me = createMe();
  const conversation = createConversation(() => props.message.conversationId);
  const who = () => (props.message.senderId === me() ? t("app.you") : (props.sender?.displayName ?? "…"));
  const where = () => {
    const it = conversation();
    if (!it || it.kind === "direct") return it?.title === who() ? "" : (it?.title ?? "");
    return it.kind === "saved" ? t("app.saved") : it.title;
  };
  const excerpt = () =>
    excerptOf({ ...props.message, text: plainText(props.message.text, 5_000) }, parseQuery(props.text));

  return (
    <a
      class="hit"
      href={hitAddress(props.message, props.text)}
      data-hit={props.message.id}
      aria-current={props.isOpen ? "true" : undefined}
      onClick={() => props.onOpen()}
    >
      <span class="hit__head">
        <span class="truncate">
          <bdi>{where() ? t("search.whoWhere", { who: who(), where: where() }) : who()}</bdi>
        </span>
        <time datetime={props.message.createdAt}>{formatWhen(props.message.createdAt, sync.serverNow())}</time>
      </span>
      <span class="hit__text" dir="auto">
        <Show when={props.message.attachments}>
          {(files) => <b class="hit__files">{filesLine({ t }, files(), "")} </b>}
        </Show>
        <Marked excerpt={excerpt()} />
      </span>
    </a>
  );
}
