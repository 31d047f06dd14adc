import { directConversationId, limits } from "@parley/schema";
import { Button, Dialog, Icon, SearchInput, Switch, useToast } from "@parley/ui";
import { createMemo, createResource, createSignal, createUniqueId, For, Show } from "solid-js";
import { ConversationAvatar } from "../../conversations/ConversationAvatar.tsx";
import { createMe } from "../../conversations/create-view.ts";
import { filterConversations } from "../../conversations/filter-conversations.ts";
import { keepsOrder } from "../../conversations/group-rights.ts";
import { useI18n } from "../../i18n/index.ts";
import {
  type ConversationEntry,
  createConversations,
  type ForwardTarget,
  type TimelineMessage,
  useSync,
} from "../../sync/index.ts";
import "./passing-on.css";

type Target = ForwardTarget & {
  title: string;
  of: Pick<ConversationEntry, "kind" | "title" | "otherId" | "avatarId" | "id">;
};

/** Picks where messages are passed on to, and whether with the names of who wrote them. */
export function ForwardDialog(props: {
  messages: TimelineMessage[];
  names: string[];
  onDone(): void;
  onClose(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const me = createMe();
  const conversations = createConversations();
  const nameId = createUniqueId();
  const [savedId] = createResource(() => directConversationId(me(), me()));
  const [query, setQuery] = createSignal("");
  const [picked, setPicked] = createSignal<Target[]>([]);
  const [isNamed, setNamed] = createSignal(true);

  const mayPost = (entry: ConversationEntry) =>
    !entry.isLeft && (entry.kind !== "channel" || keepsOrder(entry.me.role));
  const targets = createMemo((): Target[] => {
    const id = savedId();
    const saved = { kind: "saved", title: "", otherId: null, avatarId: null } as const;
    const all = filterConversations(conversations(), "all", query(), t("app.saved")).filter(
      (entry) => mayPost(entry) && entry.kind !== "saved",
    );
    const isSavedShown = id && t("app.saved").toLowerCase().includes(query().trim().toLowerCase());
    return [
      ...(isSavedShown ? [{ conversationId: id, to: me(), title: t("app.saved"), of: { ...saved, id } }] : []),
      ...all.map((entry) => ({ conversationId: entry.id, title: entry.title, of: entry })),
    ];
  });
  const isPicked = (target: Target) => picked().some((it) => it.conversationId === target.conversationId);
  const toggle = (target: Target) =>
    setPicked((before) => {
      if (isPicked(target)) return before.filter((it) => it.conversationId !== target.conversationId);
      return before.length < limits.forwardTargets ? [...before, target] : before;
    });
  const forward = () => {
    const to = picked().map(({ conversationId, to: userId }) => ({ conversationId, ...(userId && { to: userId }) }));
    void sync.do.forwardMessages({ messages: props.messages, targets: to, isNamed: isNamed(), names: props.names });
    toast.show({
      text: t("passing.forwarded", {
        count: picked().length,
        titles: picked()
          .map((it) => it.title)
          .join(", "),
      }),
    });
    props.onDone();
  };

  return (
    <Dialog
      isOpen
      title={t("passing.forwardTitle", { count: props.messages.length })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("kinds.cancel")}</Button>
          <Button variant="primary" disabled={picked().length === 0} onClick={forward}>
            {t("passing.forwardTo", { count: picked().length })}
          </Button>
        </>
      }
    >
      <div class="forwardto">
        <SearchInput
          label={t("passing.find")}
          placeholder={t("passing.find")}
          value={query()}
          onInput={setQuery}
          autocomplete="off"
          autofocus
        />
        <ul class="plain forwardto__list">
          <For each={targets()} fallback={<li class="faint">{t("passing.noneFound")}</li>}>
            {(target) => (
              <li>
                <button
                  type="button"
                  class="person person--pick"
                  role="checkbox"
                  aria-checked={isPicked(target)}
                  onClick={() => toggle(target)}
                >
                  <ConversationAvatar of={target.of} size={32} />
                  <span class="person__t">
                    <b class="truncate" dir="auto">
                      {target.title}
                    </b>
                  </span>
                  <Show when={isPicked(target)}>
                    <Icon name="check" size="sm" />
                  </Show>
                </button>
              </li>
            )}
          </For>
        </ul>
        <div class="setrow">
          <label class="setrow__t" for={nameId}>
            <b>{t("passing.withAuthor")}</b>
            <small>{t("passing.withAuthorHint")}</small>
          </label>
          <Switch id={nameId} checked={isNamed()} onChange={setNamed} />
        </div>
      </div>
    </Dialog>
  );
}
