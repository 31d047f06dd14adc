import { Button, IconButton } from "@parley/ui";
import { createMemo, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createConversations, useSync } from "../sync/index.ts";
import { useInstall } from "./create-install.ts";

/** Asks once, outside the flow, someone who came back and has sent something. */
export function InstallOffer() {
  const { t } = useI18n();
  const sync = useSync();
  const install = useInstall();
  const conversations = createConversations();
  const me = () => {
    const session = sync.session();
    return typeof session === "object" ? session.userId : undefined;
  };
  const hasSent = createMemo(() =>
    conversations().some(
      (conversation) => conversation.preview?.senderId === me() && conversation.preview?.kind === "text",
    ),
  );

  return (
    <Show when={hasSent() && install.offer()}>
      {(how) => (
        <aside class="offer" aria-label={t("app.installTitle")}>
          <b>{t("app.installTitle")}</b>
          <p>{how() === "ios" ? t("app.installIos") : t("app.installText")}</p>
          <IconButton icon="x" iconSize="sm" size="sm" label={t("app.dismiss")} onClick={install.dismiss} />
          <Show when={how() === "prompt"}>
            <Button variant="soft" size="sm" onClick={install.accept}>
              {t("app.install")}
            </Button>
          </Show>
        </aside>
      )}
    </Show>
  );
}
