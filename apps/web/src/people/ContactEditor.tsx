import { type ContactValue, limits, type UserId } from "@parley/schema";
import { Button, Dialog, Field, Switch, TextArea, TextInput } from "@parley/ui";
import { createSignal, createUniqueId, untrack } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ShownPerson, useSync } from "../sync/index.ts";
import "./people.css";

/** What one calls a contact, and keeps about them; nobody else sees it. */
export function ContactEditor(props: { id: UserId; person: ShownPerson; contact: ContactValue; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const ids = { form: createUniqueId(), favourite: createUniqueId() };
  const before = untrack(() => props.contact);
  const [name, setName] = createSignal(before.name ?? "");
  const [note, setNote] = createSignal(before.note ?? "");
  const [isFavourite, setFavourite] = createSignal(before.isFavourite === true);

  const keep = (contact: ContactValue | null) => {
    void sync.do.setContact(props.id, contact);
    props.onClose();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    const [named, noted] = [name().trim(), note().trim()];
    keep({
      ...(named && { name: named }),
      ...(noted && { note: noted }),
      ...(isFavourite() && { isFavourite: true as const }),
    });
  };

  return (
    <Dialog
      isOpen
      title={t("contacts.edit")}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="danger-soft" onClick={() => keep(null)}>
            {t("contacts.remove")}
          </Button>
          <Button onClick={props.onClose}>{t("contacts.cancel")}</Button>
          <Button type="submit" form={ids.form} variant="primary">
            {t("contacts.save")}
          </Button>
        </>
      }
    >
      <form class="set__form" id={ids.form} onSubmit={save}>
        <Field
          label={t("contacts.name")}
          hint={t("contacts.nameHint", { name: props.person.ownName ?? props.person.displayName })}
        >
          <TextInput dir="auto" maxlength={limits.displayNameLength} value={name()} onInput={setName} />
        </Field>
        <Field label={t("contacts.note")} hint={t("contacts.noteHint")}>
          <TextArea dir="auto" maxlength={limits.contactNoteLength} value={note()} onInput={setNote} />
        </Field>
        <div class="contact__switch">
          <label for={ids.favourite}>{t("contacts.favourite")}</label>
          <Switch id={ids.favourite} checked={isFavourite()} onChange={setFavourite} />
        </div>
      </form>
    </Dialog>
  );
}
