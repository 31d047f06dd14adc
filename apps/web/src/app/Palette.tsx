import type { Person } from "@parley/schema";
import { Avatar, Icon, SearchInput } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createOrganisingCommands } from "../organising/create-organising-commands.ts";
import { useOpenDirect } from "../people/open-direct.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { createAppearance } from "../settings/create-appearance.ts";
import { createConversations } from "../sync/index.ts";
import { createPeopleSearch } from "./create-people-search.ts";
import { matching, type PaletteItem } from "./palette-items.ts";
import "./palette.css";

const mostRows = 8;

/** Ctrl or Cmd K: people and chats first, then commands. The first hit is chosen already. */
export function Palette(props: { onClose(): void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const openDirect = useOpenDirect();
  const id = createUniqueId();
  const [query, setQuery] = createSignal("");
  const [at, setAt] = createSignal(0);
  const conversations = createConversations();
  const people = createPeopleSearch(query);
  const organising = createOrganisingCommands();
  const [appearance, changeAppearance] = createAppearance();
  const isDark = () =>
    appearance().theme === "dark" ||
    (appearance().theme === "system" && matchMedia("(prefers-color-scheme: dark)").matches);

  const chats = (): PaletteItem[] =>
    conversations().map((entry) => ({
      kind: "chat",
      id: entry.id,
      title: entry.kind === "saved" ? t("app.saved") : entry.title,
      seed: entry.otherId ?? entry.id,
      isGroup: entry.kind !== "direct",
      avatarId: entry.avatarId,
      run: () => navigate(`/c/${entry.id}`),
    }));
  const strangers = (): PaletteItem[] => {
    const known = new Set(conversations().map((entry) => entry.otherId));
    return people
      .found()
      .filter((person) => !known.has(person.id))
      .map((person) => ({
        kind: "person",
        id: person.id,
        title: person.displayName,
        seed: person.id,
        avatarId: person.avatarId,
        run: () => void write(person),
      }));
  };
  const commands = (): PaletteItem[] => [
    { kind: "command", id: "new", icon: "compose", title: t("app.commandNew"), run: () => navigate("/new") },
    { kind: "command", id: "files", icon: "file", title: t("gallery.command"), run: () => navigate("/gallery") },
    {
      kind: "command",
      id: "settings",
      icon: "settings",
      title: t("app.commandSettings"),
      run: () => navigate("/settings/profile"),
    },
    {
      kind: "command",
      id: "appearance",
      icon: "palette",
      title: t("app.commandAppearance"),
      run: () => navigate("/settings/appearance"),
    },
    {
      kind: "command",
      id: "theme",
      icon: isDark() ? "sun" : "moon",
      title: t("app.commandTheme"),
      run: () => changeAppearance({ theme: isDark() ? "light" : "dark" }),
    },
    {
      kind: "command",
      id: "keys",
      icon: "keyboard",
      title: t("app.commandShortcuts"),
      run: () => navigate("/settings/keyboard"),
    },
  ];
  /** Whatever else is found, the messages can be searched. */
  const searches = (): PaletteItem[] =>
    query().trim()
      ? [
          {
            kind: "command",
            id: "search",
            icon: "search",
            title: t("search.everywhereFor", { query: query().trim() }),
            run: () => navigate(`/search?${new URLSearchParams({ q: query().trim() })}`),
          },
        ]
      : [];
  const items = createMemo(() => [
    ...[
      ...matching(chats(), query()),
      ...strangers(),
      ...matching(commands(), query()),
      // What is said of one chat comes only to who asks for it.
      ...(query().trim() ? matching(organising(), query()) : []),
    ].slice(0, mostRows),
    ...searches(),
  ]);
  const chosen = () => Math.min(at(), items().length - 1);
  const write = (person: Person) => openDirect(person.id, { ...person });
  const run = (item: PaletteItem | undefined) => {
    if (!item) return;
    props.onClose();
    item.run();
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown") setAt((chosen() + 1) % Math.max(1, items().length));
    else if (event.key === "ArrowUp") setAt((chosen() - 1 + items().length) % Math.max(1, items().length));
    else if (event.key === "Enter") run(items()[chosen()]);
    else return;
    event.preventDefault();
  };

  return (
    <dialog
      class="palette"
      aria-label={t("app.paletteLabel")}
      ref={(dialog) => queueMicrotask(() => dialog.isConnected && dialog.showModal())}
      onClose={() => props.onClose()}
      onClick={(event) => event.target === event.currentTarget && props.onClose()}
    >
      <SearchInput
        label={t("app.paletteLabel")}
        placeholder={t("app.palette")}
        role="combobox"
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={items().length > 0 ? `${id}-${chosen()}` : undefined}
        autocomplete="off"
        autofocus
        value={query()}
        onInput={(text) => {
          setQuery(text);
          setAt(0);
        }}
        onKeyDown={pressed}
      />
      <div class="palette__list" id={`${id}-list`} role="listbox" aria-label={t("app.paletteLabel")}>
        <For each={items()}>
          {(item, index) => (
            <div
              class="palette__item"
              id={`${id}-${index()}`}
              role="option"
              aria-selected={index() === chosen()}
              onPointerMove={() => setAt(index())}
              onClick={() => run(item)}
            >
              <Show
                when={item.icon}
                fallback={
                  <Avatar
                    name={item.title}
                    seed={item.seed ?? item.id}
                    src={avatarUrl(item.avatarId, 64)}
                    kind={item.isGroup ? "group" : "person"}
                    size={32}
                  />
                }
              >
                {(icon) => (
                  <span class="palette__icon">
                    <Icon name={icon()} size="sm" />
                  </span>
                )}
              </Show>
              <span class="truncate" dir="auto">
                {item.title}
              </span>
            </div>
          )}
        </For>
      </div>
    </dialog>
  );
}
