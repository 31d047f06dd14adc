import type { UserId } from "@parley/schema";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { FormattedText } from "../../formatting/FormattedText.tsx";
import { useI18n } from "../../i18n/index.ts";
import type { Medium } from "./create-media-list.ts";
import { createSource } from "./create-source.ts";
import { Picture } from "./Picture.tsx";

/** What was written with it, what is to be seen on it for who asks, and the others around it. */
export function LightboxFoot(props: {
  medium: Medium;
  media: Medium[];
  at: number;
  me: UserId;
  onGo(index: number): void;
}) {
  const { t } = useI18n();
  const [isAltShown, setAltShown] = createSignal(false);
  let strip: HTMLDivElement | undefined;
  createEffect(
    on(
      () => props.at,
      (at) => {
        const here = strip?.children[at];
        if (here instanceof HTMLElement && strip)
          strip.scrollLeft += here.offsetLeft - strip.offsetLeft - strip.scrollLeft - strip.clientWidth / 2 + 23;
      },
    ),
  );

  return (
    <footer class="lightbox__foot">
      <Show when={props.medium.message.text}>
        {(text) => (
          <div class="lightbox__words" dir="auto">
            <FormattedText text={text()} details={props.medium.message} me={props.me} isEntered />
          </div>
        )}
      </Show>
      <Show when={props.medium.file.alt}>
        {(alt) => (
          <div class="lightbox__alt">
            <button type="button" aria-expanded={isAltShown()} onClick={() => setAltShown((before) => !before)}>
              {t("files.alt")}
            </button>
            <Show when={isAltShown()}>
              <p dir="auto">{alt()}</p>
            </Show>
          </div>
        )}
      </Show>
      <Show when={props.media.length > 1}>
        <div class="lightbox__strip" role="group" aria-label={t("files.all")} ref={strip}>
          <For each={props.media}>
            {(it, i) => (
              <button
                type="button"
                class="lightbox__thumb"
                tabindex="-1"
                aria-current={i() === props.at ? "true" : undefined}
                aria-label={t("files.open", {
                  what: it.file.alt || t(`files.one.${it.file.kind === "video" ? "video" : "image"}`),
                })}
                onClick={() => props.onGo(i())}
              >
                <Thumb medium={it} me={props.me} />
              </button>
            )}
          </For>
        </div>
      </Show>
    </footer>
  );
}

function Thumb(props: { medium: Medium; me: UserId }) {
  const source = createSource(
    () => props.medium.message,
    () => props.medium.file,
    () => props.medium.message.seq === 0 && props.medium.file.kind !== "video",
  );
  return <Picture file={{ ...props.medium.file, isAnimated: undefined }} source={source} isLarge={false} />;
}
