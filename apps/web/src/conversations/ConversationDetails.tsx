import type { ConversationId } from "@parley/schema";
import { Icon } from "@parley/ui";
import { useParams } from "@solidjs/router";
import { lazy, Match, Show, Suspense, Switch } from "solid-js";
import { RecentMedia } from "../attachments/gallery/LazyRecentMedia.tsx";
import { useI18n } from "../i18n/index.ts";
import type { ConversationDetails as Conversation } from "../sync/index.ts";
import { createView } from "./create-view.ts";
import { DirectDetails } from "./DirectDetails.tsx";
import { ExpirySetting } from "./ExpirySetting.tsx";
import { GroupDetails } from "./GroupDetails.tsx";
import "./details.css";

const GalleryPane = lazy(() =>
  import("../attachments/gallery/GalleryPane.tsx").then((module) => ({ default: module.GalleryPane })),
);

/** Who a conversation is with, and what can be set about it; or all that was sent in it. */
export function ConversationDetails(props: { id: ConversationId }) {
  const params = useParams();
  return (
    <Show when={params["pane"] === "gallery"} fallback={<Details id={props.id} />}>
      <Suspense>
        <GalleryPane id={props.id} />
      </Suspense>
    </Show>
  );
}

function Details(props: { id: ConversationId }) {
  const { t } = useI18n();
  const view = createView(() => props.id);
  return (
    <>
      <header class="aside__head">
        <h2>{t("conversations.details")}</h2>
        <a
          class="iconbtn iconbtn--md"
          href={`/c/${props.id}${location.search}`}
          aria-label={t("conversations.closeDetails")}
        >
          <Icon name="x" />
        </a>
      </header>
      <div class="aside__body scroll" tabindex="0" role="region" aria-label={t("conversations.details")}>
        <Show when={view()}>
          {(shown) => (
            <Switch
              fallback={
                <>
                  <p class="muted">{t("messages.beginSaved")}</p>
                  <Show when={shown().entry}>{(entry) => <Kept entry={entry()} />}</Show>
                </>
              }
            >
              <Match when={shown().kind === "direct" && shown().otherId}>
                {(id) => (
                  <>
                    <DirectDetails id={id()} />
                    <Show when={shown().entry}>{(entry) => <Kept entry={entry()} />}</Show>
                  </>
                )}
              </Match>
              <Match when={(shown().kind === "group" || shown().kind === "channel") && shown().entry}>
                {(entry) => <GroupDetails group={entry()} />}
              </Match>
            </Switch>
          )}
        </Show>
      </div>
    </>
  );
}

function Kept(props: { entry: Conversation }) {
  return (
    <>
      <RecentMedia id={props.entry.id} />
      <ExpirySetting conversation={props.entry} isEditable />
    </>
  );
}
