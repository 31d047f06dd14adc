import type { Person } from "@parley/schema";
import { IconButton, useToast } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { useOpenDirect } from "./open-direct.ts";
import { PersonText } from "./PeoplePicker.tsx";
import { PersonAvatar } from "./PersonAvatar.tsx";

/** Somebody the server found: to write to, or to keep. */
export function FoundRow(props: { person: Person }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const openDirect = useOpenDirect();
  const add = () => {
    void sync.do.setContact(props.person.id, {}, { ...props.person });
    toast.show({ text: t("contacts.added", { name: props.person.displayName }) });
  };
  return (
    <li class="person">
      <button type="button" class="person" onClick={() => void openDirect(props.person.id, { ...props.person })}>
        <PersonAvatar id={props.person.id} person={props.person} size={32} />
        <PersonText person={props.person} />
      </button>
      <IconButton icon="user-plus" label={t("contacts.addName", { name: props.person.displayName })} onClick={add} />
    </li>
  );
}
