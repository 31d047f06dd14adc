import type { UserId } from "@parley/schema";
import { type JSX, Match, Show, Switch } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { EventWords } from "../messages/EventLine.tsx";
import { createMessageLine } from "../messages/kinds/create-message-line.ts";
import { type ConversationEntry, createPerson, type TimelineMessage } from "../sync/index.ts";
import type { RowPreview } from "./row-preview.ts";

/** The second line of a row. Who wrote and what they wrote are boxes of their own, each in its own direction. */
export function RowLine(props: { preview: RowPreview; entry: ConversationEntry; me: UserId }): JSX.Element {
  const { t } = useI18n();
  const line = createMessageLine();
  const of = <Kind extends RowPreview["kind"]>(kind: Kind) =>
    props.preview.kind === kind ? (props.preview as Extract<RowPreview, { kind: Kind }>) : undefined;

  return (
    <span class="row__prev">
      {/* Keyed: a preview that turns from one kind into another must not be read through the kind it was. */}
      <Switch>
        <Match when={of("typing")}>
          <span class="row__txt">{t("conversations.typing")}</span>
        </Match>
        <Match keyed when={of("failed")}>
          {(it) => (
            <>
              <span class="draft draft--warn">{t("conversations.notSent")}</span>
              <Words text={line(it.message)} />
            </>
          )}
        </Match>
        <Match keyed when={of("draft")}>
          {(it) => (
            <>
              <span class="draft">{t("conversations.draft")}</span>
              <Words text={line({ text: it.text, attachments: it.attachments })} />
            </>
          )}
        </Match>
        <Match keyed when={of("event")}>
          {(it) => (
            <span class="row__txt">
              <EventWords event={it.message.event} senderId={it.message.senderId} me={props.me} />
            </span>
          )}
        </Match>
        <Match keyed when={of("deleted")}>
          {(it) => (
            <>
              <Sender message={it.message} entry={props.entry} me={props.me} />
              <span class="row__txt">{t("conversations.deletedMessage")}</span>
            </>
          )}
        </Match>
        <Match when={of("unknown")}>
          <span class="row__txt">{t("messages.unknownKind")}</span>
        </Match>
        <Match keyed when={of("text")}>
          {(it) => (
            <>
              <Sender message={it.message} entry={props.entry} me={props.me} />
              <Words text={line(it.message)} />
            </>
          )}
        </Match>
      </Switch>
    </span>
  );
}

function Words(props: { text: string }) {
  return (
    <span class="row__txt" dir="auto">
      <EmojiText text={props.text} />
    </span>
  );
}

function Sender(props: { message: TimelineMessage; entry: ConversationEntry; me: UserId }) {
  const { t } = useI18n();
  const person = createPerson(() => props.message.senderId);
  const isOwn = () => props.message.senderId === props.me;
  return (
    <Show when={props.entry.kind !== "saved" && (isOwn() || props.entry.kind !== "direct")}>
      <b dir="auto">
        {t("conversations.sender", {
          name: isOwn() ? t("messages.you") : (person()?.displayName.split(" ")[0] ?? "…"),
        })}
      </b>
    </Show>
  );
}
