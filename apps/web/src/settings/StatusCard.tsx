import { asEmoji, limits, type Person, statusNow } from "@parley/schema";
import { Button, Card, Field, Select, Switch, TextInput, useToast } from "@parley/ui";
import { createSignal, createUniqueId, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import "../people/people.css";

const ends = ["never", "30", "60", "240", "1440"] as const;
type End = (typeof ends)[number];

/** What one says of oneself for a while; it ends by itself. */
export function StatusCard(props: { person: Person }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const busyId = createUniqueId();
  const [text, setText] = createSignal<string>();
  const [emoji, setEmoji] = createSignal<string>();
  const [isBusy, setBusy] = createSignal<boolean>();
  const [end, setEnd] = createSignal<End>("never");
  const status = () => statusNow(props.person.status, sync.serverNow());
  const textNow = () => text() ?? status()?.text ?? "";
  const emojiNow = () => emoji() ?? status()?.emoji ?? "";
  const isBusyNow = () => isBusy() ?? status()?.isBusy ?? false;
  const isRight = () => emojiNow().trim() === "" || asEmoji(emojiNow().trim()) !== null;

  const forget = () => {
    setText();
    setEmoji();
    setBusy();
  };
  const save = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!isRight()) return;
    const until = end() === "never" ? null : new Date(sync.serverNow() + Number(end()) * 60_000).toISOString();
    const given = asEmoji(emojiNow().trim());
    const isNothing = !given && !textNow().trim() && !isBusyNow();
    await sync.do.updateProfile({
      status: isNothing ? null : { emoji: given, text: textNow().trim(), until, isBusy: isBusyNow() },
    });
    forget();
    toast.show({ text: t("privacy.statusSet") });
  };
  const clear = async () => {
    await sync.do.updateProfile({ status: null });
    forget();
  };

  return (
    <Card title={t("privacy.status")}>
      <form class="set__form" onSubmit={(event) => void save(event)}>
        <Field label={t("privacy.statusText")}>
          <TextInput dir="auto" maxlength={limits.statusLength} value={textNow()} onInput={setText} />
        </Field>
        <Field label={t("privacy.statusEmoji")}>
          <TextInput maxlength={16} value={emojiNow()} onInput={setEmoji} aria-invalid={!isRight()} />
        </Field>
        <Field label={t("privacy.statusUntil")}>
          <Select
            value={end()}
            options={ends.map((value) => ({ value, label: t(`privacy.until.${value}`) }))}
            onChange={setEnd}
          />
        </Field>
        <div class="contact__switch">
          <label for={busyId}>{t("privacy.statusBusy")}</label>
          <Switch id={busyId} checked={isBusyNow()} onChange={setBusy} />
        </div>
        <div class="set__acts">
          <Show when={status()}>
            <Button onClick={() => void clear()}>{t("privacy.statusClear")}</Button>
          </Show>
          <Button type="submit" variant="primary">
            {t("privacy.statusSave")}
          </Button>
        </div>
      </form>
    </Card>
  );
}
