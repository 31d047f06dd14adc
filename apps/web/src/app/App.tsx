import { ToastProvider } from "@parley/ui";
import { Router } from "@solidjs/router";
import { createEffect, ErrorBoundary, lazy, Match, type ParentProps, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { AnnounceProvider } from "./announce.tsx";
import { Broken } from "./Broken.tsx";
import { routes } from "./routes.ts";

const SignInPage = lazy(() => import("../accounts/SignInPage.tsx").then((module) => ({ default: module.SignInPage })));

export function App() {
  const i18n = useI18n();
  createEffect(() => {
    document.documentElement.lang = i18n.language();
    document.documentElement.dir = i18n.dir();
    localStorage.setItem("parley.language", i18n.language());
  });

  return (
    <ErrorBoundary fallback={(error) => <Broken error={error} />}>
      <AnnounceProvider>
        <ToastProvider>
          <Router root={Door}>{routes}</Router>
        </ToastProvider>
      </AnnounceProvider>
    </ErrorBoundary>
  );
}

/** Signed out, every address is the sign-in; the address stays and is shown afterwards. */
function Door(props: ParentProps) {
  const { loadRest } = useI18n();
  const Shell = lazy(async () => {
    const [module] = await Promise.all([import("./Shell.tsx"), loadRest()]);
    return { default: module.Shell };
  });
  const sync = useSync();
  const isSignedIn = () => typeof sync.session() === "object";
  return (
    <Switch>
      <Match when={isSignedIn()}>
        <Shell>{props.children}</Shell>
      </Match>
      <Match when={sync.session() === "signed-out"}>
        <SignInPage />
      </Match>
    </Switch>
  );
}
