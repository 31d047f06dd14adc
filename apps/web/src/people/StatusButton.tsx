import { statusNow } from "@parley/schema";
import { Icon } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { createMinute } from "../conversations/create-minute.ts";
import { useI18n } from "../i18n/index.ts";
import { createAccount, useSync } from "../sync/index.ts";

const StatusDialog = lazy(() => import("./StatusDialog.tsx").then((module) => ({ default: module.StatusDialog })));

/** One's own status, and the way to another one. */
export function StatusButton() {
  const { t } = useI18n();
  const sync = useSync();
  const account = createAccount();
  const now = createMinute();
  const [isOpen, setOpen] = createSignal(false);
  const status = () => statusNow(account()?.person.status, Math.max(now(), sync.serverNow()));
  return (
    <>
      <button
        type="button"
        class="iconbtn iconbtn--md"
        aria-haspopup="dialog"
        aria-label={[t("app.setStatus"), status()?.text].filter(Boolean).join(": ")}
        onClick={() => setOpen(true)}
      >
        <Show when={status()?.emoji} fallback={<Icon name={status()?.isBusy ? "ban" : "smile"} />}>
          {(emoji) => <span aria-hidden="true">{emoji()}</span>}
        </Show>
      </button>
      <Suspense>
        <Show when={isOpen()}>
          <StatusDialog onClose={() => setOpen(false)} />
        </Show>
      </Suspense>
    </>
  );
}
