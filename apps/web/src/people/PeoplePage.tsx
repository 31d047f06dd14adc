import type { Person, UserId } from "@parley/schema";
import { Button, EmptyState, SearchInput } from "@parley/ui";
import { createMemo, createSignal, For, lazy, Show, Suspense } from "solid-js";
import { createPeopleSearch } from "../app/create-people-search.ts";
import { createTitle } from "../app/create-title.ts";
import { folded } from "../conversations/filter-conversations.ts";
import { PageHead } from "../conversations/PageHead.tsx";
import { useI18n } from "../i18n/index.ts";
import { createPresence } from "../sync/index.ts";
import { ContactRow } from "./ContactRow.tsx";
import { createContacts } from "./create-contact.ts";
import { FoundRow } from "./FoundRow.tsx";
import { PersonCard } from "./PersonCard.tsx";
import "../conversations/conversation.css";
import "../conversations/new-conversation.css";
import "./people.css";
import "./people-page.css";

const MyLink = lazy(() => import("./MyLink.tsx").then((it) => ({ default: it.MyLink })));
const ScanCode = lazy(() => import("./ScanCode.tsx").then((it) => ({ default: it.ScanCode })));

/** The contacts, and the ways to new ones. */
export function PeoplePage() {
  const { t } = useI18n();
  const contacts = createContacts();
  const [query, setQuery] = createSignal("");
  // Kept here: a row is another one when its contact becomes a favourite.
  const [shown, setShown] = createSignal<UserId>();
  const [open, setOpen] = createSignal<"link" | "scan">();
  const { found, me } = createPeopleSearch(query);
  const strangers = () => found().filter((person: Person) => person.id !== me() && !contacts().has(person.id));
  const favourites = createMemo(() => [...contacts()].flatMap(([id, it]) => (it.isFavourite ? [id] : [])));
  const others = createMemo(() => [...contacts()].flatMap(([id, it]) => (it.isFavourite ? [] : [id])));
  const presence = createPresence(() => [...contacts().keys()]);
  createTitle(() => t("contacts.title"));

  const Rows = (props: { title: string; ids: UserId[] }) => (
    <Show when={props.ids.length > 0}>
      <h2 class="list__label">{props.title}</h2>
      <ul class="plain">
        <For each={props.ids}>
          {(id) => (
            <ContactRow
              id={id}
              words={folded(query()).trim()}
              presence={presence().get(id)}
              onOpen={() => setShown(id)}
            />
          )}
        </For>
      </ul>
    </Show>
  );

  return (
    <div class="newpage">
      <PageHead title={t("contacts.title")} backTo="/" />
      <div class="newpage__body scroll">
        <div class="people__ways">
          <Button icon="qr" onClick={() => setOpen("link")}>
            {t("contacts.mine")}
          </Button>
          <Show when={"BarcodeDetector" in window}>
            <Button icon="camera" onClick={() => setOpen("scan")}>
              {t("contacts.scan")}
            </Button>
          </Show>
        </div>
        <SearchInput
          label={t("contacts.search")}
          placeholder={t("contacts.searchPlaceholder")}
          value={query()}
          onInput={setQuery}
          autocomplete="off"
        />
        <Show when={contacts().size === 0 && !query().trim()}>
          <EmptyState icon="users" title={t("contacts.none")} text={t("contacts.noneText")} />
        </Show>
        <Rows title={t("contacts.favourites")} ids={favourites()} />
        <Rows title={t("contacts.list")} ids={others()} />
        <Show when={strangers().length > 0}>
          <h2 class="list__label">{t("contacts.found")}</h2>
          <ul class="plain">
            <For each={strangers()}>{(person) => <FoundRow person={person} />}</For>
          </ul>
        </Show>
        <p class="hint" role="status">
          <Show when={query().trim() && found().length === 0}>{t("contacts.noMatch")}</Show>
        </p>
      </div>
      <Show when={shown()}>{(id) => <PersonCard id={id()} onClose={() => setShown()} />}</Show>
      <Suspense>
        <Show when={open() === "link"}>
          <MyLink onClose={() => setOpen()} />
        </Show>
        <Show when={open() === "scan"}>
          <ScanCode onClose={() => setOpen()} />
        </Show>
      </Suspense>
    </div>
  );
}
