import type { UserId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { Show } from "solid-js";
import { createMe } from "../conversations/create-view.ts";
import { useI18n } from "../i18n/index.ts";
import { createPerson } from "../sync/index.ts";
import { BlockButton } from "./BlockButton.tsx";
import { ContactButton } from "./ContactButton.tsx";
import { useOpenDirect } from "./open-direct.ts";
import { PersonIdentity } from "./PersonIdentity.tsx";

/** Who somebody is, and how to reach them. */
export function PersonCard(props: { id: UserId; onClose(): void }) {
  const { t } = useI18n();
  const me = createMe();
  const person = createPerson(() => props.id);
  const openDirect = useOpenDirect();
  const name = () => (person()?.isDeleted ? t("people.deletedAccount") : (person()?.displayName ?? ""));

  return (
    <Dialog
      isOpen
      title={name()}
      onClose={props.onClose}
      actions={
        <>
          <Show when={props.id !== me() && !person()?.isDeleted}>
            <BlockButton id={props.id} name={name()} />
          </Show>
          <Button onClick={props.onClose}>{t("app.close")}</Button>
          <Show when={!person()?.isDeleted}>
            <Button
              variant="primary"
              onClick={() => {
                props.onClose();
                void openDirect(props.id);
              }}
            >
              {t("people.message")}
            </Button>
          </Show>
        </>
      }
    >
      <PersonIdentity id={props.id} person={person()} isNameAbove />
      <Show when={props.id !== me() && !person()?.isDeleted && person()}>
        {(shown) => <ContactButton id={props.id} person={shown()} isBlock />}
      </Show>
    </Dialog>
  );
}
