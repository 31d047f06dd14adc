import { limits, type PasskeyRow } from "@parley/schema";
import { Field, IconButton, ListRow, Menu, MenuItem, TextInput, useToast } from "@parley/ui";
import { createSignal } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { Question } from "./Question.tsx";

/** One passkey: when it was used, a new name for it, and its end. */
export function PasskeyItem(props: { passkey: PasskeyRow }) {
  const { t, formatRelative } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const [asking, setAsking] = createSignal<"rename" | "remove">();
  const [newName, setNewName] = createSignal("");
  const name = () => props.passkey.name || t("settings.passkeyUnnamed");
  const detail = () => {
    const used = props.passkey.lastUsedAt
      ? t("settings.passkeyUsed", { when: formatRelative(props.passkey.lastUsedAt, sync.serverNow()) })
      : t("settings.passkeyUnused");
    return props.passkey.isBackedUp ? `${used}, ${t("settings.passkeySynced")}` : used;
  };
  const remove = async () => {
    await sync.api.accounts.removePasskey.mutate({ passkeyId: props.passkey.id });
    toast.show({ text: t("settings.passkeyRemoved") });
  };

  return (
    <>
      <ListRow
        icon="passkey"
        title={<bdi>{name()}</bdi>}
        detail={detail()}
        end={
          <Menu
            label={t("settings.passkeyActions", { name: name() })}
            trigger={(attributes) => (
              <IconButton icon="more" label={t("settings.passkeyActions", { name: name() })} {...attributes} />
            )}
          >
            <MenuItem
              icon="pencil"
              onClick={() => {
                setNewName(props.passkey.name);
                setAsking("rename");
              }}
            >
              {t("settings.rename")}
            </MenuItem>
            <MenuItem icon="trash" isDanger onClick={() => setAsking("remove")}>
              {t("settings.remove")}
            </MenuItem>
          </Menu>
        }
      />
      <Question
        isOpen={asking() === "rename"}
        title={t("settings.renameTitle")}
        keep={t("app.cancel")}
        go={t("settings.save")}
        isDangerous={false}
        isHeld={newName().trim() === ""}
        onClose={() => setAsking(undefined)}
        onGo={() => sync.api.accounts.renamePasskey.mutate({ passkeyId: props.passkey.id, name: newName() })}
      >
        <Field label={t("settings.passkeyName")}>
          <TextInput autofocus maxlength={limits.deviceNameLength} value={newName()} onInput={setNewName} />
        </Field>
      </Question>
      <Question
        isOpen={asking() === "remove"}
        title={t("settings.removePasskeyTitle", { name: name() })}
        text={t("settings.removePasskeyText")}
        keep={t("settings.keepIt")}
        go={t("settings.removeIt")}
        onClose={() => setAsking(undefined)}
        onGo={remove}
      />
    </>
  );
}
