import { render } from "solid-js/web";
import "@parley/ui/styles.css";
import "./shell.css";
import "./rail.css";
import "./list-pane.css";
import "./tab-bar.css";
import { createI18n, I18nContext, isLanguage, loadChat, loadDoor, preferredLanguage } from "../i18n/index.ts";
import { SyncContext, startSync } from "../sync/index.ts";
import { App } from "./App.tsx";
import { createInstall, InstallContext } from "./create-install.ts";
import { createUpdates, UpdatesContext } from "./create-updates.ts";
import { installTrustedTypes } from "./trusted-types.ts";

async function start(root: HTMLElement) {
  installTrustedTypes(window);
  const sync = startSync();
  const kept = localStorage.getItem("parley.language");
  const language = isLanguage(kept) ? kept : preferredLanguage(navigator.languages);
  const isIn = typeof sync.session() === "object";
  const words = isIn ? loadChat(language) : loadDoor(language);
  loadScreen(isIn);
  const install = createInstall(window);
  const updates = createUpdates();
  const i18n = createI18n(language, await words);

  root.textContent = "";
  render(
    () => (
      <InstallContext.Provider value={install}>
        <UpdatesContext.Provider value={updates}>
          <I18nContext.Provider value={i18n}>
            <SyncContext.Provider value={sync}>
              <App />
            </SyncContext.Provider>
          </I18nContext.Provider>
        </UpdatesContext.Provider>
      </InstallContext.Provider>
    ),
    root,
  );
}

/** What this person is about to see loads beside the words, not after them. */
function loadScreen(isIn: boolean) {
  if (!isIn) return void import("../accounts/SignInPage.tsx");
  void import("./Shell.tsx");
  if (location.pathname.startsWith("/c/")) void import("./ConversationPage.tsx");
}

const root = document.getElementById("root");
if (root) void start(root);
