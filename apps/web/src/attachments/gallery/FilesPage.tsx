import { createTitle } from "../../app/create-title.ts";
import { PageHead } from "../../conversations/PageHead.tsx";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import { Gallery } from "./Gallery.tsx";
import "../../conversations/conversation.css";
import "../../conversations/new-conversation.css";

/** All that was sent in all conversations. On a phone the settings lead here. */
export function FilesPage() {
  const { t } = useI18n();
  createTitle(() => t("app.files"));
  return (
    <div class="newpage">
      <PageHead title={t("app.files")} backTo="/settings" />
      <div class="newpage__body gallery--page scroll" tabindex="0" role="region" aria-label={t("app.files")}>
        <Gallery heading="h2" addressOf={(message) => hitAddress(message, "")} />
      </div>
    </div>
  );
}
