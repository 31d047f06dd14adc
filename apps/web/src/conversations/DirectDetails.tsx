import type { UserId } from "@parley/schema";
import { Show } from "solid-js";
import { BlockButton } from "../people/BlockButton.tsx";
import { PersonIdentity } from "../people/PersonIdentity.tsx";
import { createPerson } from "../sync/index.ts";

/** The other person of a direct conversation. */
export function DirectDetails(props: { id: UserId }) {
  const person = createPerson(() => props.id);
  return (
    <>
      <PersonIdentity id={props.id} person={person()} />
      <Show when={person() && !person()?.isDeleted}>
        <BlockButton id={props.id} name={person()?.displayName ?? ""} isBlock />
      </Show>
    </>
  );
}
