import type { UserId } from "@parley/schema";
import { Button, useToast } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ShownPerson, useSync } from "../sync/index.ts";
import { createContacts } from "./create-contact.ts";

const ContactEditor = lazy(() => import("./ContactEditor.tsx").then((it) => ({ default: it.ContactEditor })));

/** Adds somebody to the contacts; of a contact, what is kept about them. */
export function ContactButton(props: { id: UserId; person: ShownPerson; isBlock?: boolean; isFound?: boolean }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const contacts = createContacts();
  const [isEditing, setEditing] = createSignal(false);
  const contact = () => contacts().get(props.id);

  const add = () => {
    void sync.do.setContact(props.id, {}, props.isFound ? props.person : undefined);
    toast.show({ text: t("contacts.added", { name: props.person.displayName }) });
  };

  return (
    <>
      <Show when={contact()?.note}>
        {(note) => (
          <p class="identity__note muted" dir="auto">
            {note()}
          </p>
        )}
      </Show>
      <Show
        when={contact()}
        fallback={
          <Button icon="user-plus" isBlock={props.isBlock} onClick={add}>
            {t("contacts.add")}
          </Button>
        }
      >
        <Button icon="pencil" isBlock={props.isBlock} onClick={() => setEditing(true)}>
          {t("contacts.edit")}
        </Button>
      </Show>
      <Show when={isEditing() && contact()}>
        {(shown) => (
          <Suspense>
            <ContactEditor id={props.id} person={props.person} contact={shown()} onClose={() => setEditing(false)} />
          </Suspense>
        )}
      </Show>
    </>
  );
}
