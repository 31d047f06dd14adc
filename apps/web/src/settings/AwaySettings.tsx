import { type AwayReply, lengthOf, limits, type MessageId, newId } from "@parley/schema";
import { Button, Card, Field, TextArea, TextInput, useToast } from "@parley/ui";
import { createMemo, createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { momentOf, toLocalTime } from "../messages/when-to-send.ts";
import { createOwn, useSync } from "../sync/index.ts";

/** What people hear who write while one is away. */
export function AwaySettings() {
  const { t, formatMoment } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const rows = createOwn<AwayReply>("away");
  const reply = createMemo(() => rows()[0]?.value);
  const isOver = () => Date.parse(reply()?.until ?? "") <= sync.serverNow();
  const isOn = () => reply() !== undefined && !isOver();
  const [text, setText] = createSignal<string>();
  const [from, setFrom] = createSignal<string>();
  const [until, setUntil] = createSignal<string>();
  const shown = (at: string | null | undefined) => (at && !isOver() ? toLocalTime(new Date(at)) : "");
  const textNow = () => text() ?? reply()?.text ?? "";
  const fromNow = () => from() ?? shown(reply()?.from);
  const untilNow = () => until() ?? shown(reply()?.until);
  const instant = (local: string) => momentOf(local)?.at.toISOString() ?? null;
  const endsWrong = () => {
    const end = instant(untilNow());
    return end !== null && (Date.parse(end) <= Date.now() || end <= (instant(fromNow()) ?? ""));
  };
  const isRight = () => lengthOf(textNow().trim()) > 0 && lengthOf(textNow()) <= limits.awayReplyLength && !endsWrong();

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!isRight()) return;
    const times = { from: instant(fromNow()), until: instant(untilNow()) };
    // While it is on it is the same absence: nobody hears the changed reply who has heard one.
    const id = (isOn() && reply()?.id) || newId<MessageId>();
    void sync.do.setAway({ id, text: textNow().trim(), ...times });
    toast.show({ text: t("later.awayIsOn") });
  };
  const end = () => {
    for (const set of [setText, setFrom, setUntil]) set(undefined);
    void sync.do.setAway(null);
  };

  return (
    <div class="set__cols" data-one>
      <Card title={t("settings.away")}>
        <form class="set__form" onSubmit={save}>
          <p class="muted">{t("later.awayText")}</p>
          <Show when={isOn()}>
            <p role="status">
              <Show when={reply()?.until} fallback={t("later.awayOn")}>
                {(at) => t("later.awayOnUntil", { when: formatMoment(Date.parse(at()), sync.serverNow()) })}
              </Show>
            </p>
          </Show>
          <Field label={t("later.awayReply")}>
            <TextArea
              dir="auto"
              required
              maxlength={limits.awayReplyLength}
              value={textNow()}
              onInput={setText}
              placeholder={t("later.awayExample")}
            />
          </Field>
          <Field label={t("later.awayFrom")} hint={t("later.awayFromHint")}>
            <TextInput type="datetime-local" value={fromNow()} onInput={setFrom} />
          </Field>
          <Field
            label={t("later.awayUntil")}
            hint={t("later.awayUntilHint")}
            error={endsWrong() ? t("later.awayEnds") : undefined}
          >
            <TextInput type="datetime-local" value={untilNow()} onInput={setUntil} />
          </Field>
          <div class="set__acts">
            <Show when={isOn()}>
              <Button onClick={end}>{t("later.awayEnd")}</Button>
            </Show>
            <Button type="submit" variant="primary" disabled={!isRight()}>
              {isOn() ? t("settings.save") : t("later.awayStart")}
            </Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
