import { Button, Dialog, Field, Select } from "@parley/ui";
import { createSignal } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { SendOptions } from "./create-composing.ts";
import { expiryChoices } from "./expiry-choices.ts";
import "./later.css";

/** How long one message is to live, and from when. */
export function SendWithTimer(props: { onChoose(options: SendOptions): void; onClose(): void }) {
  const { t, formatDuration } = useI18n();
  const [seconds, setSeconds] = createSignal(expiryChoices[1]);
  const [starts, setStarts] = createSignal<"send" | "read">("send");
  return (
    <Dialog isOpen title={t("later.forAWhileTitle")} onClose={props.onClose}>
      <form
        class="later"
        onSubmit={(event) => {
          event.preventDefault();
          props.onChoose({ expiresAfter: seconds(), ...(starts() === "read" && { expiryStarts: "read" }) });
        }}
      >
        <p class="t-sm muted">{t("later.forAWhileText")}</p>
        <Field label={t("later.goesAfter")}>
          <Select
            value={String(seconds())}
            onChange={(value) => setSeconds(Number(value))}
            options={expiryChoices.map((value) => ({ value: String(value), label: formatDuration(value) }))}
          />
        </Field>
        <Field label={t("later.starts")}>
          <Select
            value={starts()}
            onChange={setStarts}
            options={[
              { value: "send", label: t("later.startsSend") },
              { value: "read", label: t("later.startsRead") },
            ]}
          />
        </Field>
        <div class="later__acts">
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button type="submit" variant="primary">
            {t("messages.send")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
