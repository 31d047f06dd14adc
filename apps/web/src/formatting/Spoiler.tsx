import { createSignal, type JSX, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";

/** Text that is covered until its reader asks for it. It has its place all the while, so that nothing jumps. */
export function Spoiler(props: { isEntered: boolean | undefined; children: JSX.Element }) {
  const { t } = useI18n();
  const [isShown, setShown] = createSignal(false);
  const show = (event: Event & { currentTarget: HTMLElement }) => {
    event.preventDefault();
    event.stopPropagation();
    // What had the focus goes: the message itself is read next.
    if (document.activeElement === event.currentTarget) event.currentTarget.closest("article")?.focus();
    setShown(true);
  };
  const onKeyDown = (event: KeyboardEvent & { currentTarget: HTMLElement }) =>
    (event.key === "Enter" || event.key === " ") && show(event);

  return (
    <Show
      when={isShown()}
      fallback={
        <span
          class="spoiler spoiler--covered"
          role="button"
          aria-label={t("formatting.showSpoiler")}
          tabindex={props.isEntered ? 0 : -1}
          onClick={show}
          onKeyDown={onKeyDown}
        >
          <span inert>{props.children}</span>
        </span>
      }
    >
      <span class="spoiler">{props.children}</span>
    </Show>
  );
}
