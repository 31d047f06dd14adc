import { limits, type Person } from "@parley/schema";
import { Button, Dialog, Field, Segmented, TextArea, TextInput } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { createStore } from "solid-js/store";
import { useI18n } from "../../i18n/index.ts";
import { PeopleSearch } from "../../people/PeopleSearch.tsx";
import { PersonRow } from "../../people/PersonRow.tsx";
import type { EditorProps } from "./AttachMenu.tsx";
import { readFile } from "./read-file.ts";
import { readCard } from "./vcard.ts";
import "./editors.css";

const mail = /^\S+@\S+$/;
const phone = /^\+?[\d\p{Nd} ().,/*#;x-]{2,40}$/u;

/** Shares somebody's card: of somebody on Parley, from a file, or by hand. */
export function ContactEditor(props: EditorProps) {
  const { t } = useI18n();
  const [from, setFrom] = createSignal<"people" | "hand">("people");
  const [card, setCard] = createStore({ name: "", organisation: "", phones: "", emails: "" });
  const [wasTried, setTried] = createSignal(false);
  const [isUnreadable, setUnreadable] = createSignal(false);
  const linesOf = (text: string) =>
    text
      .split("\n")
      .map((line) => line.trim().replace(/\s+/gu, " "))
      .filter(Boolean)
      .slice(0, limits.contactWays);
  const troubleWith = (text: string, pattern: RegExp, sentence: string) =>
    wasTried() && linesOf(text).some((line) => !pattern.test(line)) ? sentence : undefined;

  const share = (person: Person) =>
    props.onSend({
      kind: "contact",
      name: person.displayName,
      organisation: "",
      phones: [],
      emails: [],
      userId: person.id,
    });
  const open = async () => {
    const file = await readFile(".vcf,text/vcard");
    if (!file) return;
    const read = readCard(file.text);
    setUnreadable(!read);
    if (read) setCard({ ...read, phones: read.phones.join("\n"), emails: read.emails.join("\n") });
  };
  const send = () => {
    setTried(true);
    const [phones, emails] = [linesOf(card.phones), linesOf(card.emails)];
    if (!card.name.trim() || !phones.every((it) => phone.test(it)) || !emails.every((it) => mail.test(it))) return;
    props.onSend({ kind: "contact", name: card.name.trim(), organisation: card.organisation.trim(), phones, emails });
  };

  return (
    <Dialog
      isOpen
      title={t("kinds.contact.new")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("kinds.cancel")}</Button>
          <Show when={from() === "hand"}>
            <Button variant="primary" onClick={send}>
              {t("kinds.send")}
            </Button>
          </Show>
        </>
      }
    >
      <div class="editor">
        <Segmented
          label={t("kinds.contact.from")}
          value={from()}
          options={[
            { value: "people", label: t("kinds.contact.fromPeople") },
            { value: "hand", label: t("kinds.contact.fromHand") },
          ]}
          onChange={setFrom}
        />
        <Show
          when={from() === "hand"}
          fallback={
            <PeopleSearch>
              {(person) => (
                <PersonRow
                  id={person.id}
                  person={person}
                  end={
                    <Button size="sm" onClick={() => share(person)}>
                      {t("kinds.contact.share")}
                    </Button>
                  }
                />
              )}
            </PeopleSearch>
          }
        >
          <Button icon="upload" onClick={() => void open()}>
            {t("kinds.contact.open")}
          </Button>
          <Show when={isUnreadable()}>
            <p class="hint" role="alert">
              {t("kinds.contact.unreadable")}
            </p>
          </Show>
          <Field
            label={t("kinds.contact.name")}
            error={wasTried() && !card.name.trim() ? t("kinds.contact.noName") : undefined}
          >
            <TextInput dir="auto" maxlength={120} value={card.name} onInput={(name) => setCard({ name })} />
          </Field>
          <Field label={t("kinds.contact.organisation")}>
            <TextInput
              dir="auto"
              maxlength={120}
              value={card.organisation}
              onInput={(organisation) => setCard({ organisation })}
            />
          </Field>
          <Field
            label={t("kinds.contact.phones")}
            hint={t("kinds.contact.onePerLine")}
            error={troubleWith(card.phones, phone, t("kinds.contact.noPhone"))}
          >
            <TextArea rows={2} dir="ltr" value={card.phones} onInput={(phones) => setCard({ phones })} />
          </Field>
          <Field
            label={t("kinds.contact.emails")}
            hint={t("kinds.contact.onePerLine")}
            error={troubleWith(card.emails, mail, t("kinds.contact.noEmail"))}
          >
            <TextArea rows={2} dir="ltr" value={card.emails} onInput={(emails) => setCard({ emails })} />
          </Field>
        </Show>
      </div>
    </Dialog>
  );
}
