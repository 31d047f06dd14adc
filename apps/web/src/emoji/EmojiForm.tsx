import { limits } from "@parley/schema";
import { Button, Dialog, Field, Icon, TextInput } from "@parley/ui";
import { createMemo, createSignal, createUniqueId, onCleanup, onMount, Show, untrack } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { pickFiles } from "../attachments/choosing/pick-files.ts";
import type { SmallPicture } from "../attachments/prepare/small-picture.ts";
import { createMe } from "../conversations/create-view.ts";
import { useI18n } from "../i18n/index.ts";
import { type EmojiGroup, loadEmoji } from "../messages/emoji-list.ts";
import { useSync } from "../sync/index.ts";
import type { ListedEmoji } from "./create-emoji-list.ts";
import { EmojiText } from "./EmojiText.tsx";
import { emojiPicture, makeEmoji, type Trouble } from "./make-emoji.ts";
import { asEmojiName, nameTrouble } from "./name-trouble.ts";
import "./emoji-sheet.css";

/** Where an emoji is made of a picture, or one's own is called something else. */
export function EmojiForm(props: { before?: ListedEmoji | undefined; onClose(): void }) {
  const { t, formatNumber } = useI18n();
  const sync = useSync();
  const me = createMe();
  const formId = createUniqueId();
  const act = createAct();
  const before = untrack(() => props.before);
  // No resource: what suspends takes the dialog out of the page.
  const [groups, setGroups] = createSignal<EmojiGroup[]>();
  onMount(() => void loadEmoji().then(setGroups));
  const [name, setName] = createSignal(before?.emoji.name ?? "");
  const [picture, setPicture] = createSignal<SmallPicture>();
  const [isMaking, setMaking] = createSignal(false);
  const [isAsked, setAsked] = createSignal(false);
  const [trouble, setTrouble] = createSignal<Trouble | "emoji.pictureMissing">();
  const wrongName = createMemo(() => nameTrouble(name(), sync.emoji(), groups() ?? [], before?.emoji));
  const nameError = () => {
    const why = isAsked() ? wrongName() : undefined;
    return why && t(why.key, { emoji: why.emoji });
  };
  const address = createMemo(() => {
    const made = picture();
    if (!made) return undefined;
    const url = URL.createObjectURL(made.blob);
    onCleanup(() => URL.revokeObjectURL(url));
    return url;
  });

  const choose = async () => {
    const [file] = await pickFiles("image/png,image/webp,image/gif,image/jpeg,image/avif");
    if (!file) return;
    setMaking(true);
    const made = await emojiPicture(file);
    setMaking(false);
    if (typeof made === "string") return setTrouble(made);
    setTrouble(undefined);
    setPicture(made);
    if (!name()) setName(asEmojiName(file.name.replace(/\.\w+$/, "")).replace(/^[_-]+|[_-]+$/g, ""));
    return undefined;
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    setAsked(true);
    const made = picture();
    const maker = me();
    if (!before && !made) setTrouble("emoji.pictureMissing");
    if (wrongName() || isMaking() || !maker || !groups()) return;
    // Who leaves right after finds it again: it closes when it is kept.
    const isKept = await act.run(async () => {
      if (before) await sync.do.setEmoji(before.id, { ...before.emoji, name: name() });
      else if (made) await makeEmoji(sync, maker, name(), made);
    });
    if (isKept && (before || made)) props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={before ? t("emoji.renameTitle") : t("emoji.addTitle")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button type="submit" form={formId} variant="primary" isBusy={act.isBusy()}>
            {before ? t("emoji.rename") : t("emoji.add")}
          </Button>
        </>
      }
    >
      <form id={formId} class="emojiform" onSubmit={(event) => void save(event)} novalidate>
        <div class="emojiform__picture">
          <Show
            when={before}
            fallback={<Show when={address()}>{(url) => <img src={url()} alt={t("emoji.preview")} />}</Show>}
          >
            {(it) => <EmojiText text={`:${it().emoji.name}:`} />}
          </Show>
          <Show when={!before && !picture()}>
            <Icon name="smile-plus" />
          </Show>
        </div>
        <Show when={!before}>
          <div class="emojiform__choose">
            <Button onClick={() => void choose()}>{picture() ? t("emoji.otherPicture") : t("emoji.choose")}</Button>
            <p class="hint" role="status">
              {isMaking() ? t("choosing.preparing") : t("emoji.pictureHint")}
            </p>
          </div>
          <Show when={trouble()}>
            {(why) => (
              <p class="error emojiform__wide" role="alert">
                <Icon name="alert-circle" size="xs" />
                <span>
                  {t(why(), {
                    size: formatNumber(limits.emojiBytes / 1_024),
                    side: formatNumber(limits.smallPictureSide),
                  })}
                </span>
              </p>
            )}
          </Show>
        </Show>
        <div class="emojiform__wide">
          <Field label={t("emoji.name")} error={nameError()} hint={t("emoji.nameHint", { name: name() || "ramen" })}>
            <TextInput
              autofocus
              dir="ltr"
              autocomplete="off"
              maxlength={32}
              value={name()}
              onInput={(text) => setName(asEmojiName(text))}
            />
          </Field>
          <FormError act={act} />
        </div>
      </form>
    </Dialog>
  );
}
