import type { FileId } from "@parley/schema";
import { Avatar, Button } from "@parley/ui";
import { Show } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { FormError } from "./FormError.tsx";
import { uploadAvatar } from "./upload-avatar.ts";
import "./avatar-choice.css";

/** One's picture: choose a file, see it, remove it. */
export function AvatarChoice(props: {
  name: string;
  seed: string;
  avatarId: FileId | null;
  onChange(avatarId: FileId | null): unknown;
}) {
  const { t } = useI18n();
  const act = createAct();
  let input!: HTMLInputElement;
  const send = (file: File | undefined) => {
    if (file) void act.run(async () => props.onChange(await uploadAvatar(file)));
    // So that choosing the same file again is a change again.
    input.value = "";
  };
  return (
    <div class="picture">
      <Avatar name={props.name} seed={props.seed} src={avatarUrl(props.avatarId, 256)} size={76} />
      <div class="picture__text">
        <div class="picture__acts">
          <Button size="sm" icon="camera" isBusy={act.isBusy()} onClick={() => input.click()}>
            {t("accounts.pictureChoose")}
          </Button>
          <Show when={props.avatarId}>
            <Button size="sm" variant="ghost" onClick={() => props.onChange(null)}>
              {t("accounts.pictureRemove")}
            </Button>
          </Show>
        </div>
        <p class="hint">{t("accounts.pictureHint")}</p>
        <FormError act={act} />
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept="image/jpeg,image/png,image/webp,image/gif,image/avif"
        aria-label={t("accounts.picture")}
        onChange={(event) => send(event.currentTarget.files?.[0])}
      />
    </div>
  );
}
