import { Icon, type IconName } from "@parley/ui";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { ConversationEntry } from "../sync/index.ts";
import { createOrganising, type Organise } from "./create-organising.ts";
import { isUnread } from "./is-unread.ts";

/** What a swiped row uncovers: on either side the nearest to the edge is what a long swipe does. */
export function SwipeActs(props: { entry: ConversationEntry; isAtStart: boolean; onDone(): void }) {
  const { t } = useI18n();
  const organise = createOrganising();
  const act: Organise = (...given) => {
    props.onDone();
    organise(...given);
  };

  return (
    <div class="swipe" data-at={props.isAtStart ? "start" : "end"}>
      <Show
        when={props.isAtStart}
        fallback={
          <>
            <Act
              tone="quiet"
              icon={props.entry.isMuted ? "bell" : "bell-off"}
              label={props.entry.isMuted ? t("organising.unmute") : t("organising.mute")}
              onClick={() => act("toggleMute", props.entry)}
            />
            <Act
              tone="archive"
              icon="archive"
              label={props.entry.isArchived ? t("organising.unarchive") : t("organising.archive")}
              onClick={() => act("toggleArchive", props.entry)}
            />
          </>
        }
      >
        <Act
          tone="read"
          icon={isUnread(props.entry) ? "check-circle" : "chat"}
          label={isUnread(props.entry) ? t("organising.read") : t("organising.unread")}
          onClick={() => act("toggleUnread", props.entry)}
        />
        <Act
          tone="quiet"
          icon="pin"
          label={props.entry.pin === null ? t("organising.pin") : t("organising.unpin")}
          onClick={() => act("togglePin", props.entry)}
        />
      </Show>
    </div>
  );
}

function Act(props: { tone: string; icon: IconName; label: string; onClick(): void }) {
  return (
    <button type="button" class="swipe__act" data-tone={props.tone} data-swipe-act onClick={() => props.onClick()}>
      <Icon name={props.icon} />
      <span class="truncate">{props.label}</span>
    </button>
  );
}
