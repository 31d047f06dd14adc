import type { FileId } from "@parley/schema";
import { Button } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { AvatarChoice } from "./AvatarChoice.tsx";
import { FormError } from "./FormError.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import type { SignedUp } from "./SignUp.tsx";

/** What follows a sign-up: keep the codes, then a picture if one likes. */
export function NewAccount(props: SignedUp) {
  const { t } = useI18n();
  const sync = useSync();
  const [hasCodes, setHasCodes] = createSignal(false);
  const [avatarId, setAvatarId] = createSignal<FileId | null>(null);
  const act = createAct();
  const start = () =>
    act.run(async () => {
      if (avatarId()) await sync.api.accounts.updateProfile.mutate({ avatarId: avatarId() });
      await sync.signedIn(props.userId);
    });

  return (
    <Show
      when={hasCodes()}
      fallback={
        <>
          <h1 class="t-2xl">{t("accounts.codesTitle")}</h1>
          <RecoveryCodes codes={props.recoveryCodes} username={props.username} onKept={() => setHasCodes(true)} />
        </>
      }
    >
      <h1 class="t-2xl">{t("accounts.profileTitle")}</h1>
      <p class="muted">{t("accounts.profileText")}</p>
      <AvatarChoice name={props.displayName} seed={props.userId} avatarId={avatarId()} onChange={setAvatarId} />
      <Button variant="primary" size="lg" isBlock isBusy={act.isBusy()} onClick={() => void start()}>
        {t("accounts.start")}
      </Button>
      <FormError act={act} />
    </Show>
  );
}
