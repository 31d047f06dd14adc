import type { UserId } from "@parley/schema";
import { type OperatorName, operatorsIn } from "@parley/schema/search";
import { Chip, Icon } from "@parley/ui";
import { createMemo, For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createConversations, type SearchResults } from "../sync/index.ts";
import { openOperator, suggestionsFor, withOperator, withoutOperator, withValue } from "./suggestions.ts";

const offered = ["from", "in", "has", "before", "after", "on", "is"] as const satisfies OperatorName[];

/** The operators as chips: those in use can be taken out, the others begun, and while one is begun its values stand below. */
export function SearchFilters(props: {
  text: string;
  personOf: SearchResults["personOf"];
  /** Within one conversation there is no other to choose. */
  isWithin?: boolean;
  onChange(text: string): void;
}) {
  const { t, formatDay } = useI18n();
  const conversations = createConversations();
  const used = createMemo(() => operatorsIn(props.text).filter((it) => it.value !== ""));
  const open = createMemo(() => openOperator(props.text));
  const isDate = () => ["before", "after", "on"].includes(open()?.name ?? "");
  const labelOf = (value: string) => (isLabelled(value) ? t(`search.value.${value}`) : value);
  const people = () =>
    conversations().flatMap(({ otherId, title }) => {
      const username = otherId ? props.personOf(otherId as UserId)?.username : undefined;
      return username ? [{ label: title, value: username }] : [];
    });
  const chats = () =>
    conversations().flatMap(({ kind, title }) => (kind === "saved" ? [] : [{ label: title, value: title }]));
  const suggestions = () => {
    const it = open();
    return it ? suggestionsFor(it, { people: people(), chats: chats(), labelOf }) : [];
  };
  const nameOf = (name: OperatorName, value: string) =>
    t(`search.with.${name}`, {
      value: /^\d{4}-/.test(value) ? formatDay(`${value}T12:00`, Date.now()) : labelOf(value),
    });
  const choose = (value: string) => {
    const it = open();
    if (it) props.onChange(withValue(props.text, it, value));
  };

  return (
    <div class="filters">
      <div class="list__chips" role="group" aria-label={t("search.filters")}>
        <For each={used()}>
          {(it) => (
            <Chip
              isPressed
              aria-label={t("search.without", { filter: nameOf(it.name, it.value) })}
              onClick={() => props.onChange(withoutOperator(props.text, it))}
            >
              {nameOf(it.name, it.value)}
              <Icon name="x" size="xs" />
            </Chip>
          )}
        </For>
        <For each={offered.filter((name) => !(props.isWithin && name === "in"))}>
          {(name) => (
            <Chip onClick={() => props.onChange(withOperator(props.text, name))}>{t(`search.begin.${name}`)}</Chip>
          )}
        </For>
      </div>
      <Show when={open()}>
        {(operator) => (
          <div class="list__chips" role="group" aria-label={t(`search.begin.${operator().name}`)}>
            <Show when={isDate()}>
              <input
                class="input filters__date"
                type="date"
                aria-label={t("search.date")}
                onChange={(event) => event.currentTarget.value && choose(event.currentTarget.value)}
              />
            </Show>
            <For each={suggestions()}>
              {(it) => (
                <Chip data-hit={it.value} onClick={() => choose(it.value)}>
                  <bdi>{it.label}</bdi>
                </Chip>
              )}
            </For>
          </div>
        )}
      </Show>
    </div>
  );
}

const labelled = [
  "me",
  "today",
  "yesterday",
  "pinned",
  "saved",
  "link",
  "file",
  "image",
  "video",
  "audio",
  "poll",
  "location",
  "contact",
  "code",
] as const;
type Labelled = (typeof labelled)[number];
const isLabelled = (value: string): value is Labelled => labelled.includes(value as Labelled);
