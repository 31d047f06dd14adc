import { Badge, Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createThreads } from "../sync/index.ts";

/** The way to the threads one follows, with how many have something new. */
export function ThreadsLink() {
  const { t } = useI18n();
  const threads = createThreads();
  const unread = () => threads().filter((it) => it.unread > 0).length;
  return (
    <A
      class="iconbtn iconbtn--md threadslink"
      href="/threads"
      aria-label={unread() > 0 ? t("threads.openUnread", { count: unread() }) : t("threads.place")}
    >
      <Icon name="thread" />
      <Show when={unread() > 0}>
        <span class="threadslink__n" aria-hidden="true">
          <Badge count={unread()} tone="you" label="" />
        </span>
      </Show>
    </A>
  );
}
