import type { MessageRow } from "@parley/schema";
import { Avatar, Button, Icon } from "@parley/ui";
import { createSignal, For, onMount, Show } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { PageHead } from "../conversations/PageHead.tsx";
import { FormattedText } from "../formatting/FormattedText.tsx";
import { useI18n } from "../i18n/index.ts";
import { MessageText } from "../messages/MessageText.tsx";
import { avatarUrl } from "../people/PersonAvatar.tsx";
import { type ChannelPreview, useSync } from "../sync/index.ts";
import { VerifiedBadge } from "./VerifiedBadge.tsx";
import "../conversations/conversation.css";
import "../messages/bubble.css";
import "./channel-look.css";

/** The latest posts of a public channel, to read and nothing else, and the button that subscribes. */
export function ChannelLook(props: { look: ChannelPreview }) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  const [isIn, setIn] = createSignal(false);
  let posts!: HTMLDivElement;
  const channel = () => props.look.channel;
  const subscribe = () =>
    act.run(async () => {
      await sync.api.channels.subscribe.mutate({ conversationId: channel().id });
      setIn(true);
    });
  onMount(() => posts.scrollTo({ top: posts.scrollHeight }));

  return (
    <section class="looks" aria-label={channel().title}>
      <PageHead title={channel().title} backTo="/channels" isBackAlways />
      <div class="look scroll" ref={posts} tabindex="0" role="region" aria-label={t("channels.latest")}>
        <div class="look__about">
          <Avatar
            name={channel().title}
            seed={channel().id}
            kind="group"
            src={avatarUrl(channel().avatarId, 256)}
            size={76}
          />
          <p class="look__title t-lg semi">
            <bdi>{channel().title}</bdi>
            <Show when={channel().isVerified}>
              <VerifiedBadge />
            </Show>
          </p>
          <p class="t-sm faint">{t("channels.subscribers", { count: channel().memberCount })}</p>
          <Show when={channel().description}>
            <p class="t-sm muted" dir="auto">
              <MessageText text={channel().description} isEntered />
            </p>
          </Show>
        </div>
        <For each={props.look.messages} fallback={<p class="muted look__none">{t("channels.noPosts")}</p>}>
          {(message) => <Post message={message} views={viewsOf(props.look, message)} />}
        </For>
      </div>
      <div class="look__foot">
        <Button variant="primary" size="lg" isBusy={act.isBusy() || isIn()} onClick={() => void subscribe()}>
          {t("channels.subscribe")}
        </Button>
        <FormError act={act} />
      </div>
    </section>
  );
}

function Post(props: { message: MessageRow; views: number }) {
  const { t, formatFull, formatNumber } = useI18n();
  return (
    <article class="look__post">
      <div class="look__text" dir="auto">
        <Show when={props.message.kind === "text"} fallback={t("channels.subscribeToSee")}>
          <FormattedText text={props.message.text} details={props.message} me={props.message.senderId} isEntered />
        </Show>
      </div>
      <p class="look__meta t-xs faint">
        <time datetime={props.message.createdAt}>{formatFull(props.message.createdAt)}</time>
        <Show when={props.views > 0}>
          <span class="meta__views">
            <Icon name="eye" size="xs" />
            <span aria-hidden="true">{formatNumber(props.views)}</span>
            <span class="sr">{t("channels.views", { count: props.views })}</span>
          </span>
        </Show>
      </p>
    </article>
  );
}

const viewsOf = ({ tallies }: ChannelPreview, { id }: MessageRow) =>
  tallies.find((it) => it.messageId === id)?.viewCount ?? 0;
