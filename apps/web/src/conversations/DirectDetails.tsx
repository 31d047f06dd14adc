import type { UserId } from "@parley/schema";
import { Show } from "solid-js";
import { BlockButton } from "../people/BlockButton.tsx";
import { ContactButton } from "../people/ContactButton.tsx";
import { PersonIdentity } from "../people/PersonIdentity.tsx";
import { createPerson, type ShownPerson } from "../sync/index.ts";

/** The other person of a direct conversation. */
export function DirectDetails(props: { id: UserId }) {
  const person = createPerson(() => props.id);
  return (
    <>
      <PersonIdentity id={props.id} person={person()} />
      <Show when={person() && !person()?.isDeleted}>
        <ContactButton id={props.id} person={person() as ShownPerson} isBlock />
        <BlockButton id={props.id} name={person()?.displayName ?? ""} isBlock />
      </Show>
    </>
  );
}
