import type { UserId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { Show } from "solid-js";
import { folded } from "../conversations/filter-conversations.ts";
import { createPerson, type Presence } from "../sync/index.ts";
import { createContacts } from "./create-contact.ts";
import { PersonText } from "./PeoplePicker.tsx";
import { PersonAvatar } from "./PersonAvatar.tsx";

/** A contact whom the words find, by any of their names or the note; opens their card. */
export function ContactRow(props: { id: UserId; words: string; presence: Presence | undefined; onOpen(): void }) {
  const person = createPerson(() => props.id);
  const contacts = createContacts();
  const contact = () => contacts().get(props.id);
  const fits = () => {
    const it = person();
    if (!it || it.isDeleted) return undefined;
    const about = [it.displayName, it.ownName, it.username, contact()?.note].filter(Boolean).join(" ");
    return folded(about).includes(props.words.replace(/^@/, "")) ? it : undefined;
  };

  return (
    <Show when={fits()}>
      {(shown) => (
        <li>
          <button type="button" class="person" onClick={() => props.onOpen()}>
            <PersonAvatar id={props.id} person={shown()} size={32} presence={props.presence} />
            <PersonText person={shown()} />
            <Show when={contact()?.isFavourite}>
              <Icon name="star" size="sm" />
            </Show>
          </button>
        </li>
      )}
    </Show>
  );
}
