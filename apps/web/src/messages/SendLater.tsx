import { Button, Dialog, Field, TextInput } from "@parley/ui";
import { createSignal, For, Show, untrack } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { momentOf, toLocalTime, usualTimes } from "./when-to-send.ts";
import "./later.css";

/** When a message is to go: one of the usual times, or any. `onChoose` is given it in UTC. */
export function SendLater(props: { at?: string; onChoose(sendAt: string): void; onClose(): void }) {
  const { t, formatMoment } = useI18n();
  const now = new Date();
  const before = untrack(() => props.at);
  const [local, setLocal] = createSignal(toLocalTime(before ? new Date(before) : (usualTimes(now)[0] ?? now)));
  const moment = () => momentOf(local());
  const isPast = () => (moment()?.at.getTime() ?? 0) <= Date.now();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

  const choose = (event: SubmitEvent) => {
    event.preventDefault();
    const at = moment()?.at;
    if (at && !isPast()) props.onChoose(at.toISOString());
  };

  return (
    <Dialog isOpen title={t("later.scheduleTitle")} onClose={props.onClose}>
      <form class="later" onSubmit={choose}>
        <div class="later__usual" role="group" aria-label={t("later.usual")}>
          <For each={usualTimes(now)}>
            {(at) => (
              <Button size="sm" onClick={() => props.onChoose(at.toISOString())}>
                {formatMoment(at.getTime(), now.getTime())}
              </Button>
            )}
          </For>
        </div>
        <Field label={t("later.at")} hint={t("later.zone", { zone })} error={isPast() ? t("later.past") : undefined}>
          <TextInput type="datetime-local" required value={local()} min={toLocalTime(now)} onInput={setLocal} />
        </Field>
        <Show when={moment()?.isMoved && moment()}>
          {(moved) => (
            <p class="t-sm muted" role="status">
              {t("later.moved", { time: formatMoment(moved().at.getTime(), now.getTime()) })}
            </p>
          )}
        </Show>
        <div class="later__acts">
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button type="submit" variant="primary" disabled={!moment() || isPast()}>
            {t("later.scheduleIt")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
