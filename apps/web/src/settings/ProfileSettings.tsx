import { AppError, lengthOf, limits, type Person } from "@parley/schema";
import { Button, Card, Field, TextArea, TextInput, useToast } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { AvatarChoice } from "../accounts/AvatarChoice.tsx";
import { FormError } from "../accounts/FormError.tsx";
import { UsernameField } from "../accounts/UsernameField.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { createAccount, useSync } from "../sync/index.ts";
import { StatusCard } from "./StatusCard.tsx";

/** How others see one. */
export function ProfileSettings() {
  const account = createAccount();
  return (
    <div class="set__cols" data-one>
      {/* Keyed by id: what is being typed stays while the account's row moves. */}
      <Show when={account()?.person.id} keyed>
        {(_id) => <Show when={account()?.person}>{(person) => <ProfileForm person={person()} />}</Show>}
      </Show>
    </div>
  );
}

function ProfileForm(props: { person: Person }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const [displayName, setDisplayName] = createSignal<string>();
  const [bio, setBio] = createSignal<string>();
  const [username, setUsername] = createSignal<string>();
  const nameNow = () => displayName() ?? props.person.displayName;
  const bioNow = () => bio() ?? props.person.bio;
  const usernameNow = () => username() ?? props.person.username;
  const changesName = () => usernameNow() !== props.person.username;
  const isChanged = () => nameNow() !== props.person.displayName || bioNow() !== props.person.bio || changesName();

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    void act.run(async () => {
      // A username can be refused, so it is asked for online; the rest goes through the outbox.
      if (changesName()) await sync.api.accounts.updateProfile.mutate({ username: usernameNow() });
      if (lengthOf(nameNow().trim()) === 0) throw new AppError("bad_input", "bad_input", "A name is needed.");
      await sync.do.updateProfile({ displayName: nameNow(), bio: bioNow() });
      setDisplayName(undefined);
      setBio(undefined);
      setUsername(undefined);
      toast.show({ text: t("settings.profileSaved") });
    });
  };
  const setPicture = async (avatarId: Person["avatarId"]) => {
    await sync.do.updateProfile({ avatarId });
    toast.show({ text: t("accounts.pictureSaved") });
  };

  return (
    <>
      <Card title={t("accounts.picture")}>
        <AvatarChoice
          name={props.person.displayName}
          seed={props.person.id}
          avatarId={props.person.avatarId}
          onChange={setPicture}
        />
      </Card>
      <StatusCard person={props.person} />
      <Card title={t("settings.profile")}>
        <form class="set__form" onSubmit={save}>
          <Field label={t("accounts.displayName")} hint={t("accounts.displayNameHint")}>
            <TextInput
              autocomplete="name"
              required
              maxlength={limits.displayNameLength}
              value={nameNow()}
              onInput={setDisplayName}
            />
          </Field>
          <UsernameField value={usernameNow()} current={props.person.username} onInput={setUsername} />
          <Field
            label={t("settings.bio")}
            hint={t("settings.bioHint", { count: limits.bioLength - lengthOf(bioNow()) })}
          >
            <TextArea dir="auto" maxlength={limits.bioLength} value={bioNow()} onInput={setBio} />
          </Field>
          <FormError act={act} />
          <div class="set__acts">
            <Button type="submit" variant="primary" disabled={!isChanged()} isBusy={act.isBusy()}>
              {t("settings.save")}
            </Button>
          </div>
        </form>
      </Card>
    </>
  );
}
