import { MenuItem } from "@parley/ui";
import { createSignal, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import type { TimelineMessage } from "../sync/index.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canCopy, canEdit, canReact } from "./message-rights.ts";
import { canForward } from "./passing-on/can-forward.ts";
import { QuickReactions } from "./QuickReactions.tsx";

export type OpenMenu = { message: TimelineMessage; at: DOMRect; from: HTMLElement | null; isQuick?: boolean };

/** One menu for all messages: beside the message for a mouse, a sheet at the foot for a finger. */
export function MessageMenu(props: {
  open: OpenMenu;
  setting: MessageSetting;
  actions: MessageActions;
  onClose(): void;
}) {
  const { t } = useI18n();
  const [place, setPlace] = createSignal<{ left: number; top: number }>();
  // As it is now: what waited when this was opened may have been sent.
  const message = () => props.setting.find(props.open.message.id) ?? props.open.message;
  let menu!: HTMLDivElement;

  const show = (element: HTMLDivElement) => {
    menu = element;
    queueMicrotask(() => {
      if (!element.isConnected) return;
      element.showPopover();
      const box = element.getBoundingClientRect();
      // For a finger the style sheet makes it a sheet at the foot.
      if (!matchMedia("(pointer: coarse)").matches)
        setPlace({
          left: Math.max(8, Math.min(props.open.at.left, innerWidth - box.width - 8)),
          top:
            props.open.at.bottom + 6 + box.height < innerHeight
              ? props.open.at.bottom + 6
              : Math.max(8, props.open.at.top - box.height - 6),
        });
      items()[0]?.focus();
    });
  };
  const items = () => [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
  const close = () => {
    props.open.from?.focus({ preventScroll: true });
    props.onClose();
  };
  // The browser's own light dismissal would close it when the finger that opened it is lifted.
  const onPointerDown = (event: PointerEvent) => !menu.contains(event.target as Node) && close();
  document.addEventListener("pointerdown", onPointerDown, { capture: true });
  onCleanup(() => document.removeEventListener("pointerdown", onPointerDown, { capture: true }));
  onCleanup(() => menu.isConnected && menu.matches(":popover-open") && menu.hidePopover());

  const onKeyDown = (event: KeyboardEvent) => {
    const all = items();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1 + all.length,
      ArrowDown: at + 1,
      ArrowUp: at - 1 + all.length,
      Home: 0,
      End: all.length - 1,
    }[event.key];
    if (event.key === "Tab" || event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      return close();
    }
    if (next === undefined) return;
    event.preventDefault();
    all[next % all.length]?.focus();
  };
  const choose = (act: (message: TimelineMessage) => void) => () => {
    close();
    act(message());
  };

  const react = (emoji: string, isOn: boolean) => {
    close();
    props.actions.react(message(), emoji, isOn);
  };

  return (
    <div
      ref={show}
      class="menu msgmenu"
      popover="manual"
      role="menu"
      tabindex="-1"
      aria-label={t("messages.actions")}
      style={{ left: cssPixels(place()?.left), top: cssPixels(place()?.top) }}
      onKeyDown={onKeyDown}
    >
      <Show when={canReact(message(), props.setting)}>
        <QuickReactions
          message={message()}
          onChoose={react}
          onMore={choose((of) => props.actions.openPicker(of, props.open.at))}
        />
      </Show>
      <Show when={!props.open.isQuick}>
        <Show when={message().sendState === "failed"}>
          <MenuItem icon="retry" onClick={choose(props.actions.retry)}>
            {t("messages.tryAgain")}
          </MenuItem>
        </Show>
        <Show when={canReact(message(), props.setting)}>
          <MenuItem icon="reply" onClick={choose(props.actions.reply)}>
            {t("messages.reply")}
          </MenuItem>
        </Show>
        <Show when={!props.setting.threadId && canReact({ ...message(), deletedAt: null }, props.setting)}>
          <MenuItem icon="thread" onClick={choose(props.actions.openThread)}>
            {t("threads.replyInThread")}
          </MenuItem>
        </Show>
        <Show when={canCopy(message())}>
          <MenuItem icon="copy" onClick={choose(props.actions.copy)}>
            {t("messages.copy")}
          </MenuItem>
        </Show>
        <Show when={canForward(message())}>
          <MenuItem icon="forward" onClick={choose(props.actions.forward)}>
            {t("passing.forwardDots")}
          </MenuItem>
          <Show when={!props.setting.isSaved}>
            <MenuItem icon="bookmark" onClick={choose(props.actions.save)}>
              {t("passing.save")}
            </MenuItem>
          </Show>
        </Show>
        <Show when={canEdit(message(), props.setting.me) && !props.setting.isReadOnly}>
          <MenuItem icon="pencil" onClick={choose(props.actions.edit)}>
            {t("messages.edit")}
          </MenuItem>
        </Show>
        <Show
          when={
            props.setting.canSeeVersions(message()) &&
            message().isEdited &&
            !message().deletedAt &&
            message().sendState === "sent"
          }
        >
          <MenuItem icon="clock" onClick={choose(props.actions.showVersions)}>
            {t("messages.showVersions")}
          </MenuItem>
        </Show>
        <Show when={message().sendState === "sent"}>
          <MenuItem icon="info" onClick={choose(props.actions.showInfo)}>
            {t("messages.showInfo")}
          </MenuItem>
        </Show>
        <Show when={message().reactions.length > 0}>
          <MenuItem icon="smile" onClick={choose(props.actions.showReactions)}>
            {t("messages.whoReacted")}
          </MenuItem>
        </Show>
        <Show when={props.setting.canPin && canReact(message(), props.setting)}>
          <MenuItem icon="pin" onClick={choose((of) => props.actions.pin(of, !props.setting.isPinned(of.id)))}>
            {props.setting.isPinned(message().id) ? t("messages.unpin") : t("messages.pin")}
          </MenuItem>
        </Show>
        <Show when={props.setting.isSaved && message().seq > 0 && !message().deletedAt}>
          <MenuItem icon="hash" onClick={choose(props.actions.editTags)}>
            {t("tags.edit")}
          </MenuItem>
        </Show>
        <Show when={message().kind !== "event" && !message().deletedAt}>
          <MenuItem icon="check-circle" onClick={choose((of) => props.actions.select(of.id))}>
            {t("passing.select")}
          </MenuItem>
        </Show>
        <Show when={message().sendState === "sent"}>
          <MenuItem icon="eye-off" onClick={choose(props.actions.hide)}>
            {t("passing.hide")}
          </MenuItem>
        </Show>
        <Show when={props.setting.canDelete(message())}>
          <MenuItem icon="trash" isDanger onClick={choose(props.actions.askDelete)}>
            {t("messages.deleteDots")}
          </MenuItem>
        </Show>
      </Show>
    </div>
  );
}

function cssPixels(length: number | undefined): string | undefined {
  return length === undefined ? undefined : `${length}px`;
}
