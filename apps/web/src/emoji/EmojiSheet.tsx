import { keepsPlace, limits } from "@parley/schema";
import { Button, Dialog, EmptyState, Icon, IconButton } from "@parley/ui";
import { createSignal, For, Match, Show, Switch, untrack } from "solid-js";
import { createMe } from "../conversations/create-view.ts";
import { useI18n } from "../i18n/index.ts";
import { createAccount, createPerson, useSync } from "../sync/index.ts";
import { createEmojiList, type ListedEmoji } from "./create-emoji-list.ts";
import { EmojiForm } from "./EmojiForm.tsx";
import { EmojiText } from "./EmojiText.tsx";
import "./emoji-sheet.css";

/** Parley's own emoji with who made them. One adds to them here, and calls one's own something else or removes it; who keeps the place removes any. */
export function EmojiSheet(props: { isAdding?: boolean; onClose(): void }) {
  const { t } = useI18n();
  const me = createMe();
  const list = createEmojiList();
  const [adding, setAdding] = createSignal(untrack(() => props.isAdding ?? false));
  const [renaming, setRenaming] = createSignal<ListedEmoji>();
  const isFull = () => list().filter((it) => it.emoji.makerId === me()).length >= limits.emojiEach;

  return (
    <Switch
      fallback={
        <Dialog
          isOpen
          title={t("emoji.title")}
          onClose={props.onClose}
          actions={
            <>
              <Button onClick={props.onClose}>{t("app.close")}</Button>
              <Button variant="primary" disabled={isFull()} onClick={() => setAdding(true)}>
                {t("emoji.addTitle")}
              </Button>
            </>
          }
        >
          <Show when={isFull()}>
            <p class="hint">{t("emoji.full", { count: limits.emojiEach })}</p>
          </Show>
          <Show
            when={list().length > 0}
            fallback={<EmptyState icon="smile" title={t("emoji.none")} text={t("emoji.noneHint")} />}
          >
            <ul class="plain emojilist">
              <For each={list()}>{(it) => <Row of={it} onRename={() => setRenaming(it)} />}</For>
            </ul>
          </Show>
        </Dialog>
      }
    >
      <Match when={adding()}>
        <EmojiForm onClose={() => (props.isAdding ? props.onClose() : setAdding(false))} />
      </Match>
      <Match when={renaming()}>{(it) => <EmojiForm before={it()} onClose={() => setRenaming(undefined)} />}</Match>
    </Switch>
  );
}

function Row(props: { of: ListedEmoji; onRename(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const me = createMe();
  const [isEnding, setEnding] = createSignal(false);
  const maker = createPerson(() => props.of.emoji.makerId);
  const account = createAccount();
  const isMine = () => props.of.emoji.makerId === me();
  /** Those who keep the whole place answer for what stands in it. */
  const mayRemove = () => isMine() || keepsPlace(account()?.role);
  const name = () => `:${props.of.emoji.name}:`;

  return (
    <li class="emojilist__one">
      <span class="emojilist__picture">
        <EmojiText text={name()} />
      </span>
      <span class="emojilist__words">
        <span class="truncate">
          <bdi>{name()}</bdi>
        </span>
        <small class="faint truncate">
          {isMine() ? t("emoji.byYou") : t("emoji.by", { name: maker()?.displayName ?? "…" })}
        </small>
      </span>
      <Show when={mayRemove()}>
        <Show
          when={isEnding()}
          fallback={
            <>
              <Show when={isMine()}>
                <IconButton
                  icon="pencil"
                  label={t("emoji.renameOne", { name: name() })}
                  onClick={() => props.onRename()}
                />
              </Show>
              <IconButton icon="trash" label={t("emoji.removeOne", { name: name() })} onClick={() => setEnding(true)} />
            </>
          }
        >
          <Button size="sm" onClick={() => setEnding(false)}>
            {t("app.cancel")}
          </Button>
          <Button size="sm" variant="danger" onClick={() => void sync.do.setEmoji(props.of.id, null)}>
            <Icon name="trash" size="sm" /> {t("emoji.remove")}
          </Button>
        </Show>
      </Show>
    </li>
  );
}
