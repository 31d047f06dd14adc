import { useLocation } from "@solidjs/router";
import { createSignal, ErrorBoundary, lazy, onCleanup, type ParentProps, Show, Suspense } from "solid-js";
import { rememberWhoIsHere } from "../accounts/remember-who-is-here.ts";
import { PlayerContext } from "../attachments/player-context.ts";
import type { Player } from "../attachments/view/create-player.ts";
import { useI18n } from "../i18n/index.ts";
import { followAppearance } from "../settings/create-appearance.ts";
import { BrokenScreen } from "./Broken.tsx";
import { createAppBadge } from "./create-app-badge.ts";
import { createGlobalKeys } from "./create-global-keys.ts";
import { createMedia } from "./create-media.ts";
import { keepFocus } from "./keep-focus.ts";
import { StatusBanner } from "./LazyStatusBanner.tsx";
import { ListPane } from "./ListPane.tsx";
import { Rail } from "./Rail.tsx";

const MiniPlayer = lazy(() =>
  import("../attachments/view/MiniPlayer.tsx").then((module) => ({ default: module.MiniPlayer })),
);
const RequestNews = lazy(() => import("./RequestNews.tsx").then((module) => ({ default: module.RequestNews })));
const Palette = lazy(() => import("./Palette.tsx").then((module) => ({ default: module.Palette })));

/** Everything around a screen for someone who is signed in. */
export function Shell(props: ParentProps) {
  const { t } = useI18n();
  const location = useLocation();
  const [isPaletteOpen, setPaletteOpen] = createSignal(false);
  const [player, setPlayer] = createSignal<Player>();
  onCleanup(() => player()?.end());
  const isPhone = createMedia("(max-width: 699.98px)");
  const view = () => (["/", "/archived", "/search"].includes(location.pathname) ? "list" : "pane");
  const isWide = () => location.pathname.startsWith("/settings");
  const isListMain = () => isPhone() && view() === "list";

  followAppearance();
  rememberWhoIsHere();
  createAppBadge();
  createGlobalKeys({ openPalette: () => setPaletteOpen(true) });
  keepFocus(() => location.pathname);

  return (
    <PlayerContext.Provider value={{ player, setPlayer }}>
      <a class="skip" href="#main" onClick={skipToMain}>
        {t("app.skip")}
      </a>
      <div class="app" data-view={view()} data-wide={isWide() ? "" : undefined}>
        <Rail />
        <Show when={!isWide()}>
          <ListPane isMain={isListMain()} />
        </Show>
        <main class="sheet" id={isListMain() ? undefined : "main"} tabindex="-1">
          <StatusBanner />
          <Show when={player()}>
            {(it) => (
              <Suspense>
                <MiniPlayer player={it()} />
              </Suspense>
            )}
          </Show>
          <ErrorBoundary
            fallback={(error, reset) => <BrokenScreen error={error} path={() => location.pathname} onLeave={reset} />}
          >
            <Suspense fallback={<div />}>{props.children}</Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <Suspense>
        <RequestNews />
        <Show when={isPaletteOpen()}>
          <Palette onClose={() => setPaletteOpen(false)} />
        </Show>
      </Suspense>
    </PlayerContext.Provider>
  );
}

// A hash in the address would be a page of its own to the router.
function skipToMain(event: MouseEvent) {
  event.preventDefault();
  document.getElementById("main")?.focus();
}
