import { lazy, Suspense } from "solid-js";
import { ConversationList } from "../conversations/ConversationList.tsx";
import { useI18n } from "../i18n/index.ts";
import { StatusBanner } from "./LazyStatusBanner.tsx";
import { TabBar } from "./TabBar.tsx";

const InstallOffer = lazy(() => import("./InstallOffer.tsx").then((module) => ({ default: module.InstallOffer })));

/** The list of chats with its banner and bar. On a phone it is the main thing on the page. */
export function ListPane(props: { isMain: boolean }) {
  const { t } = useI18n();
  return (
    <section
      class="list"
      role={props.isMain ? "main" : undefined}
      id={props.isMain ? "main" : undefined}
      tabindex={props.isMain ? "-1" : undefined}
      aria-label={t("app.chats")}
    >
      <StatusBanner isForPhones />
      <ConversationList />
      <Suspense>
        <InstallOffer />
      </Suspense>
      <TabBar />
    </section>
  );
}
