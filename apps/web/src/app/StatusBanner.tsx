import { Banner, type BannerProps } from "@parley/ui";
import { createEffect, createSignal, Match, Show, Switch } from "solid-js";
import { type I18n, useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { createDemo } from "./create-demo.ts";
import { createStatusLine } from "./create-status-line.ts";
import { useUpdates } from "./create-updates.ts";
import { RefusedChange } from "./RefusedChange.tsx";
import type { StatusLine } from "./status-line.ts";

const looks: Record<StatusLine["kind"], Pick<BannerProps, "tone" | "icon">> = {
  full: { tone: "danger", icon: "database" },
  offline: { tone: "warn", icon: "cloud-off" },
  connecting: { tone: "warn", icon: "sync" },
  behind: { tone: "info", icon: "sync" },
  files: { tone: "info", icon: "upload" },
  sending: { tone: "info", icon: "sync" },
  slow: { tone: "info", icon: "clock" },
  back: { tone: "ok", icon: "check-circle" },
};

/** One quiet line: where we stand with the network, or that a new version waits. Nothing when all is well. */
export function StatusBanner(props: { isForPhones?: boolean }) {
  const i18n = useI18n();
  const updates = useUpdates();
  const line = createStatusLine();
  const sync = useSync();
  const refused = () => sync.failures()[0];
  const demo = createDemo();
  const [isUpdateWanted, setUpdateWanted] = createSignal(false);
  // Reloading in the middle of sending would lose nothing, but would leave the person wondering.
  createEffect(() => {
    const { state, waiting } = sync.status();
    if (isUpdateWanted() && (state === "offline" || waiting === 0)) updates.update();
  });
  return (
    <div
      class="status"
      classList={{ "status--phone": props.isForPhones }}
      role="status"
      aria-label={i18n.t("app.status")}
    >
      <div class="status__line">
        <Switch>
          <Match when={sync.isOutdated()}>
            <Banner tone="info" icon="sparkles" action={{ label: i18n.t("app.reload"), run: () => location.reload() }}>
              {i18n.t("app.outdated")}
            </Banner>
          </Match>
          <Match when={refused()}>
            {(command) => (
              <Banner
                tone="danger"
                icon="alert"
                onDismiss={{ label: i18n.t("app.dismiss"), run: () => void sync.do.discard(command().commandId) }}
              >
                <RefusedChange command={command()} />
              </Banner>
            )}
          </Match>
          <Match when={line()}>
            {(shown) => (
              <Banner tone={looks[shown().kind].tone} icon={looks[shown().kind].icon}>
                {sentenceOf(i18n, shown())}
              </Banner>
            )}
          </Match>
          <Match when={updates.isReady()}>
            <Banner
              tone="info"
              icon="sparkles"
              action={{ label: i18n.t("app.update"), run: () => setUpdateWanted(true) }}
              onDismiss={{ label: i18n.t("app.later"), run: updates.later }}
            >
              {i18n.t("app.updateReady")}
            </Banner>
          </Match>
        </Switch>
      </div>
      <Show when={demo.isShown()}>
        <Banner tone="info" icon="info" onDismiss={{ label: i18n.t("app.dismiss"), run: demo.dismiss }}>
          {i18n.t("app.demo")}
        </Banner>
      </Show>
    </div>
  );
}

function sentenceOf({ t }: I18n, line: StatusLine): string {
  switch (line.kind) {
    case "full":
      return t("app.full");
    case "offline":
      return line.count > 0 ? t("app.offlineWaiting", { count: line.count }) : t("app.offline");
    case "connecting":
      return t("app.connecting");
    case "behind":
      return t("app.catchingUp", { count: line.count });
    case "sending":
      return t("app.sending", { count: line.count });
    case "files":
      return t("choosing.sending", { count: line.count, percent: line.percent ?? 0 });
    case "slow":
      return t("app.slow");
    case "back":
      return t("app.backOnline");
    default:
      return line.kind satisfies never;
  }
}
