import { asEmoji, limits, type Person, type Status, statusNow } from "@parley/schema";
import { Button, Chip, Field, IconButton, Select, Switch, TextInput, useToast } from "@parley/ui";
import { createSignal, createUniqueId, For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { endOf, type StatusEnd, statusChoices, statusEnds } from "./status-choices.ts";
import "./people.css";
import "./status.css";

const EmojiPicker = lazy(() =>
  import("../messages/EmojiPicker.tsx").then((module) => ({ default: module.EmojiPicker })),
);

/** What one says of oneself for a while: one press for what is usual, or in one's own words. It ends by itself. */
export function StatusForm(props: { person: Person; onDone?(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const busyId = createUniqueId();
  const [text, setText] = createSignal<string>();
  const [emoji, setEmoji] = createSignal<string>();
  const [isBusy, setBusy] = createSignal<boolean>();
  const [end, setEnd] = createSignal<StatusEnd>("never");
  const [pickAt, setPickAt] = createSignal<DOMRect>();
  const status = () => statusNow(props.person.status, sync.serverNow());
  const textNow = () => text() ?? status()?.text ?? "";
  const emojiNow = () => emoji() ?? status()?.emoji ?? "";
  const isBusyNow = () => isBusy() ?? status()?.isBusy ?? false;
  const isRight = () => emojiNow().trim() === "" || asEmoji(emojiNow().trim()) !== null;

  const set = async (next: Status | null) => {
    await sync.do.updateProfile({ status: next });
    setText();
    setEmoji();
    setBusy();
    if (next) toast.show({ text: t("privacy.statusSet") });
    props.onDone?.();
  };
  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isRight()) return;
    const given = asEmoji(emojiNow().trim());
    const isNothing = !given && !textNow().trim() && !isBusyNow();
    const until = endOf(end(), sync.serverNow());
    void set(isNothing ? null : { emoji: given, text: textNow().trim(), until, isBusy: isBusyNow() });
  };

  return (
    <form class="set__form" onSubmit={save}>
      <div class="statuschoices" role="group" aria-label={t("status.choices")}>
        <For each={statusChoices}>
          {(it) => (
            <Chip
              isPressed={status()?.emoji === it.emoji && status()?.text === t(`status.${it.name}`)}
              onClick={() =>
                void set({
                  emoji: it.emoji,
                  text: t(`status.${it.name}`),
                  until: endOf(it.end, sync.serverNow()),
                  isBusy: it.isBusy,
                })
              }
            >
              <span aria-hidden="true">{it.emoji}</span>
              {t(`status.${it.name}`)}
            </Chip>
          )}
        </For>
      </div>
      <Field label={t("privacy.statusText")}>
        <TextInput dir="auto" maxlength={limits.statusLength} value={textNow()} onInput={setText} />
      </Field>
      <div class="statusform__emoji">
        <Field label={t("privacy.statusEmoji")}>
          <TextInput maxlength={16} value={emojiNow()} onInput={setEmoji} aria-invalid={!isRight()} />
        </Field>
        <IconButton
          icon="smile"
          label={t("messages.allEmoji")}
          aria-haspopup="dialog"
          onClick={(event) => setPickAt(event.currentTarget.getBoundingClientRect())}
        />
        <Suspense>
          <Show when={pickAt()}>
            {(at) => <EmojiPicker at={at()} onChoose={setEmoji} onClose={() => setPickAt(undefined)} />}
          </Show>
        </Suspense>
      </div>
      <Field label={t("privacy.statusUntil")}>
        <Select
          value={end()}
          options={statusEnds.map((value) => ({ value, label: t(`privacy.until.${value}`) }))}
          onChange={setEnd}
        />
      </Field>
      <div class="contact__switch">
        <label for={busyId}>{t("privacy.statusBusy")}</label>
        <Switch id={busyId} checked={isBusyNow()} onChange={setBusy} />
      </div>
      <div class="set__acts">
        <Show when={status()}>
          <Button onClick={() => void set(null)}>{t("privacy.statusClear")}</Button>
        </Show>
        <Button type="submit" variant="primary">
          {t("privacy.statusSave")}
        </Button>
      </div>
    </form>
  );
}
