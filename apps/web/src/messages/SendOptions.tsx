import { IconButton, Menu, MenuItem, useToast } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { SendOptions as Options } from "./create-composing.ts";

const SendLater = lazy(() => import("./SendLater.tsx").then((module) => ({ default: module.SendLater })));
const SendWithTimer = lazy(() => import("./SendWithTimer.tsx").then((module) => ({ default: module.SendWithTimer })));

/** Other ways to send what is written: without a sound, later, or for a while. */
export function SendOptions(props: { onSend(options: Options): void }) {
  const { t, formatMoment } = useI18n();
  const toast = useToast();
  const [open, setOpen] = createSignal<"later" | "while">();
  const close = () => setOpen(undefined);
  const send = (options: Options) => {
    close();
    props.onSend(options);
    if (options.sendAt)
      toast.show({ text: t("later.scheduled", { when: formatMoment(Date.parse(options.sendAt), Date.now()) }) });
  };
  return (
    <>
      <Menu
        label={t("later.sendOptions")}
        trigger={(attributes) => (
          <IconButton {...attributes} icon="chevron-up" iconSize="sm" size="sm" label={t("later.sendOptions")} />
        )}
      >
        <MenuItem icon="bell-off" onClick={() => send({ isSilent: true })}>
          {t("later.sendSilently")}
        </MenuItem>
        <MenuItem icon="clock" onClick={() => setOpen("later")}>
          {t("later.schedule")}
        </MenuItem>
        <MenuItem icon="timer" onClick={() => setOpen("while")}>
          {t("later.forAWhile")}
        </MenuItem>
      </Menu>
      <Suspense>
        <Show when={open() === "later"}>
          <SendLater onClose={close} onChoose={(sendAt) => send({ sendAt })} />
        </Show>
        <Show when={open() === "while"}>
          <SendWithTimer onClose={close} onChoose={send} />
        </Show>
      </Suspense>
    </>
  );
}
