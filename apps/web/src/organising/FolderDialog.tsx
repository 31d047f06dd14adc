import {
  type ConversationId,
  type FolderId,
  type FolderRule,
  folderRules,
  isInFolder,
  limits,
  newId,
} from "@parley/schema";
import { Button, CheckBox, Dialog, Field, SearchInput, TextInput } from "@parley/ui";
import { createMemo, createSignal, createUniqueId, For, Show, untrack } from "solid-js";
import { ConversationAvatar } from "../conversations/ConversationAvatar.tsx";
import { filterConversations } from "../conversations/filter-conversations.ts";
import { useI18n } from "../i18n/index.ts";
import { createConversations, createFolders, type Folder } from "../sync/index.ts";
import { createOrganising } from "./create-organising.ts";
import { isUnread } from "./is-unread.ts";
import "./folder-dialog.css";

/** A folder's name and what is in it: kinds of chats, chosen ones, and whether only what is unread. */
export function FolderDialog(props: { folder: Folder | undefined; chosen: ConversationId[]; onClose(): void }) {
  const { t } = useI18n();
  const organise = createOrganising();
  const conversations = createConversations();
  const folders = createFolders();
  const formId = createUniqueId();
  const before = untrack(() => props.folder);
  const [name, setName] = createSignal(before?.name ?? "");
  const [rules, setRules] = createSignal<FolderRule[]>(before ? [...before.rules] : []);
  const [chosen, setChosen] = createSignal<ConversationId[]>(
    untrack(() => [...(before?.chosen ?? []), ...props.chosen]),
  );
  const [query, setQuery] = createSignal("");
  const [error, setError] = createSignal<string>();

  const titleOf = (entry: { kind: string; title: string }) => (entry.kind === "saved" ? t("app.saved") : entry.title);
  const found = createMemo(() => {
    const first = new Set(before?.chosen ?? props.chosen);
    return filterConversations(conversations(), "all", query(), t("app.saved")).sort(
      (a, b) => Number(first.has(b.id)) - Number(first.has(a.id)),
    );
  });
  const count = () =>
    conversations().filter(
      (entry) =>
        !entry.isArchived &&
        isInFolder({ rules: rules(), chosen: chosen() }, { id: entry.id, kind: entry.kind, isUnread: isUnread(entry) }),
    ).length;
  const toggled = <T,>(list: readonly T[], one: T, isOn: boolean) => [
    ...list.filter((it) => it !== one),
    ...(isOn ? [one] : []),
  ];

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!name().trim()) return void setError(t("organising.folderNameMissing"));
    if (rules().length === 0 && chosen().length === 0) return void setError(t("organising.folderEmpty"));
    const place = before?.place ?? Math.max(0, ...folders().map((it) => it.place)) + 1;
    const value = { name: name().trim(), place, rules: rules(), chosen: chosen().slice(0, limits.folderChosen) };
    organise("saveFolder", before?.id ?? newId<FolderId>(), value);
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      isWide
      title={before ? t("organising.editFolder") : t("organising.newFolder")}
      onClose={() => props.onClose()}
      actions={
        <>
          <Button onClick={() => props.onClose()}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary">
            {t("organising.saveFolder")}
          </Button>
        </>
      }
    >
      <form class="folder" id={formId} onSubmit={save} novalidate>
        <Field label={t("organising.folderName")} error={error()}>
          <TextInput
            autofocus
            dir="auto"
            maxlength={limits.folderNameLength}
            value={name()}
            onInput={(text) => {
              setName(text);
              setError(undefined);
            }}
          />
        </Field>
        <fieldset class="folder__part">
          <legend class="label">{t("organising.folderKinds")}</legend>
          <div class="folder__rules">
            <For each={folderRules}>
              {(rule) => (
                <label class="folder__rule">
                  <CheckBox
                    checked={rules().includes(rule)}
                    onChange={(isOn) => {
                      setRules(toggled(rules(), rule, isOn));
                      setError(undefined);
                    }}
                  />
                  <span>{t(`organising.rule.${rule}`)}</span>
                </label>
              )}
            </For>
          </div>
        </fieldset>
        <fieldset class="folder__part">
          <legend class="label">{t("organising.folderChosen")}</legend>
          <SearchInput
            label={t("conversations.search")}
            placeholder={t("conversations.search")}
            value={query()}
            onInput={setQuery}
            onKeyDown={(event) => event.key === "Enter" && event.preventDefault()}
          />
          <ul class="folder__chats scroll">
            <For each={found()}>
              {(entry) => (
                <li>
                  <label class="folder__chat">
                    <ConversationAvatar of={entry} size={32} />
                    <span class="truncate" dir="auto">
                      {titleOf(entry)}
                    </span>
                    <CheckBox
                      checked={chosen().includes(entry.id)}
                      disabled={!chosen().includes(entry.id) && chosen().length >= limits.folderChosen}
                      onChange={(isOn) => {
                        setChosen(toggled(chosen(), entry.id, isOn));
                        setError(undefined);
                      }}
                    />
                  </label>
                </li>
              )}
            </For>
          </ul>
        </fieldset>
        <Show when={rules().length > 0 || chosen().length > 0}>
          <p class="hint" role="status">
            {t("organising.folderShows", { count: count() })}
          </p>
        </Show>
      </form>
    </Dialog>
  );
}
