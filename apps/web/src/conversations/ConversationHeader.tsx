import { Icon, IconButton } from "@parley/ui";
import { useLocation, useNavigate } from "@solidjs/router";
import { createMemo, Show } from "solid-js";
import { VerifiedBadge } from "../channels/VerifiedBadge.tsx";
import { useI18n } from "../i18n/index.ts";
import { createOrganisingMenu } from "../organising/create-organising-menu.tsx";
import { countsAs } from "../organising/is-unread.ts";
import { StatusEmoji } from "../people/StatusEmoji.tsx";
import { createConversations, createMembers, createPerson, createPresence } from "../sync/index.ts";
import { ConversationAvatar } from "./ConversationAvatar.tsx";
import { ConversationState } from "./ConversationState.tsx";
import { createMinute } from "./create-minute.ts";
import type { ConversationView } from "./create-view.ts";
import { keepsOrder } from "./group-rights.ts";

/** Who this is, how they are, and the way to the details. */
export function ConversationHeader(props: { view: ConversationView; isFinding: boolean; onFind(): void }) {
  const { t, formatNumber } = useI18n();
  const location = useLocation();
  const navigate = useNavigate();
  const conversations = createConversations();
  const members = createMembers(() => props.view.id);
  const watched = createMemo(() =>
    props.view.kind === "group"
      ? members()
          .filter((member) => !member.leftAt)
          .map((member) => member.userId)
      : props.view.otherId
        ? [props.view.otherId]
        : [],
  );
  const presence = createPresence(watched);
  const menu = createOrganisingMenu();
  const other = createPerson(() => props.view.otherId);
  const now = createMinute();

  const unreadElsewhere = () =>
    conversations().filter((entry) => entry.id !== props.view.id && countsAs(entry) > 0).length;
  const isOpen = () => location.pathname.endsWith("/details");
  const home = () => `/c/${props.view.id}${location.search}`;
  const details = () => `/c/${props.view.id}/details${location.search}`;

  return (
    <header class="conv__head">
      <a
        class="iconbtn iconbtn--md only-phone"
        href={props.view.entry?.isArchived ? "/archived" : "/"}
        aria-label={
          unreadElsewhere() > 0 ? t("conversations.backUnread", { count: unreadElsewhere() }) : t("conversations.back")
        }
      >
        <Icon name="chevron-start" size="lg" flips />
      </a>
      <h1 class="conv__h">
        <a class="conv__id" href={details()}>
          <ConversationAvatar
            of={props.view}
            size={38}
            presence={props.view.otherId ? presence().get(props.view.otherId) : undefined}
          />
          <span class="truncate">
            <span class="conv__name">
              <span class="truncate" dir="auto">
                {props.view.title}
              </span>
              <StatusEmoji person={other()} now={now()} />
              <Show when={props.view.entry?.isVerified}>
                <VerifiedBadge />
              </Show>
              <Show when={props.view.entry?.isMuted}>
                <span class="row__mark" role="img" aria-label={t("organising.isMuted")}>
                  <Icon name="bell-off" size="xs" />
                </span>
              </Show>
            </span>
            <ConversationState view={props.view} presence={presence()} />
          </span>
          <span class="sr">{t("conversations.openDetails")}</span>
        </a>
      </h1>
      <div class="conv__acts">
        <Show when={props.view.entry}>
          <IconButton
            icon="search"
            label={t("app.searchInChat")}
            aria-pressed={props.isFinding}
            onClick={() => props.onFind()}
          />
        </Show>
        <Show when={props.view.entry} keyed>
          {(entry) => (
            <IconButton
              icon="more"
              label={t("organising.actionsFor", { title: props.view.title })}
              aria-haspopup="menu"
              onClick={(event) => menu.open(entry, event.currentTarget.getBoundingClientRect(), event.currentTarget)}
            />
          )}
        </Show>
        <Show when={keepsOrder(props.view.entry?.me.role) && !props.view.isLeft && props.view.entry?.requestCount}>
          {(count) => (
            <a class="btn btn--sm conv__asked" href={details()}>
              <Icon name="user-plus" size="sm" />
              <span aria-hidden="true">{formatNumber(count())}</span>
              <span class="sr">{t("groups.requestCount", { count: count() })}</span>
            </a>
          )}
        </Show>
        <Show when={props.view.kind !== "saved"}>
          <span class="not-phone">
            <IconButton
              icon="panel"
              flips
              label={t("conversations.details")}
              aria-pressed={isOpen()}
              onClick={() => navigate(isOpen() ? home() : details())}
            />
          </span>
        </Show>
      </div>
      <menu.Outlet />
    </header>
  );
}
