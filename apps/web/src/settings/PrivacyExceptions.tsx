import type { Person, PrivacyKey, PrivacyValue, UserId } from "@parley/schema";
import { Button, Dialog, Segmented } from "@parley/ui";
import { createSignal } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PeoplePicker } from "../people/PeoplePicker.tsx";
import { createPeople, useSync } from "../sync/index.ts";

type Side = "always" | "never";

/** For whom a setting is not what it is for the rest. */
export function PrivacyExceptions(props: { what: PrivacyKey; value: PrivacyValue; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const [side, setSide] = createSignal<Side>("never");
  const other = (): Side => (side() === "never" ? "always" : "never");
  const picked = createPeople(() => props.value[side()]);
  const change = (people: Person[]) => {
    const ids: UserId[] = people.map((person) => person.id);
    const rest = props.value[other()].filter((id) => !ids.includes(id));
    const value = side() === "never" ? { never: ids, always: rest } : { always: ids, never: rest };
    void sync.do.setPrivacy(
      props.what,
      { who: props.value.who, ...value },
      people.map((person) => ({ ...person })),
    );
  };

  return (
    <Dialog
      isOpen
      title={t("privacy.exceptionsFor", { what: t(`privacy.${props.what}`) })}
      onClose={props.onClose}
      actions={
        <Button variant="primary" onClick={props.onClose}>
          {t("privacy.done")}
        </Button>
      }
    >
      <Segmented
        label={t("privacy.exceptions")}
        value={side()}
        options={[
          { value: "never", label: t("privacy.never") },
          { value: "always", label: t("privacy.always") },
        ]}
        onChange={setSide}
      />
      <PeoplePicker picked={picked()} onChange={change} />
    </Dialog>
  );
}
