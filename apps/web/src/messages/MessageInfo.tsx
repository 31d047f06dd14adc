import { isOnlyInThread, type Mark, type UserId } from "@parley/schema";
import { Button, Dialog, SearchInput } from "@parley/ui";
import { createMemo, createSignal, For, Show } from "solid-js";
import { folded } from "../conversations/filter-conversations.ts";
import { useI18n } from "../i18n/index.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { createPerson, createPersonFinder, type TimelineMessage, useSync } from "../sync/index.ts";
import { createReached, type ReachedPerson } from "./create-reached.ts";
import type { MessageSetting } from "./message-actions.ts";
import "./message-info.css";

/** From so many people on there is a field to search them. */
const manyPeople = 8;

/** When a message was written, whom it has reached and who has read it, and when. */
export function MessageInfo(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  marks: Mark[];
  onClose(): void;
}) {
  const { t, formatFull } = useI18n();
  const personOf = createPersonFinder();
  const [query, setQuery] = createSignal("");
  const reached = createReached({ message: () => props.message, marks: () => props.marks });
  const found = createMemo(() => {
    const words = folded(query()).trim().replace(/^@/, "");
    if (!words) return reached();
    return reached().filter(({ id }) => {
      const person = personOf(id);
      return person && (folded(person.displayName).includes(words) || person.username.includes(words));
    });
  });

  return (
    <Dialog
      isOpen
      title={t("messages.info")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <p class="muted">{t("messages.sentAt", { when: formatFull(props.message.createdAt) })}</p>
      <Show when={props.message.editedAt}>
        {(at) => <p class="muted">{t("messages.editedAt", { when: formatFull(at()) })}</p>}
      </Show>
      <Show when={!props.setting.isSaved && !props.setting.isChannel}>
        <Show when={isOnlyInThread(props.message)}>
          <p class="muted">{t("messages.infoThread")}</p>
        </Show>
        <Show when={reached().length >= manyPeople}>
          <SearchInput
            label={t("conversations.searchPeople")}
            placeholder={t("conversations.searchPeople")}
            value={query()}
            onInput={setQuery}
          />
        </Show>
        <People title={t("messages.readBy")} people={found().filter((it) => it.isRead)} />
        <People title={t("messages.deliveredTo")} people={found().filter((it) => !it.isRead)} />
        <Show when={found().length === 0}>
          <p class="faint">{reached().length > 0 ? t("messages.infoNoneFound") : t("messages.noOneYet")}</p>
        </Show>
      </Show>
    </Dialog>
  );
}

function People(props: { title: string; people: ReachedPerson[] }) {
  const { formatNumber } = useI18n();
  // Ids, because each mark makes these anew, and a row that is there must stay.
  const ids = createMemo(() => props.people.map((it) => it.id));
  const times = createMemo(() => new Map(props.people.map((it) => [it.id, it.at])));
  return (
    <Show when={ids().length > 0}>
      <section class="sect" aria-label={props.title}>
        <h3 class="sect__head">
          <span>
            {props.title} <span class="faint">{formatNumber(ids().length)}</span>
          </span>
        </h3>
        <ul class="plain reached">
          <For each={ids()}>{(id) => <ReachedRow id={id} at={times().get(id) ?? null} />}</For>
        </ul>
      </section>
    </Show>
  );
}

function ReachedRow(props: { id: UserId; at: string | null }) {
  const { formatMoment } = useI18n();
  const sync = useSync();
  const person = createPerson(() => props.id);
  return (
    <PersonRow
      id={props.id}
      person={person()}
      detail={
        props.at ? <time datetime={props.at}>{formatMoment(Date.parse(props.at), sync.serverNow())}</time> : undefined
      }
    />
  );
}
