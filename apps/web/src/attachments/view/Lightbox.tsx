import { IconButton } from "@parley/ui";
import { createEffect, createMemo, createUniqueId, For, Match, on, onCleanup, Show, Switch, untrack } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createMediaList, type Medium } from "./create-media-list.ts";
import { createZoom } from "./create-zoom.ts";
import type { ViewerProps } from "./FileViewer.tsx";
import { LargePicture } from "./LargePicture.tsx";
import { LightboxFoot } from "./LightboxFoot.tsx";
import { LightboxHead } from "./LightboxHead.tsx";
import { VideoPlayer } from "./VideoPlayer.tsx";
import "./album.css";
import "./lightbox.css";

/** A picture or video on a dark stage, and from it to the others around it. */
export function Lightbox(props: ViewerProps & { onTakeOut(medium: Medium): void }) {
  const { t, dir } = useI18n();
  const titleId = createUniqueId();
  const close = () => props.onClose();
  const list = untrack(() => {
    const { message, fileId, media } = props;
    return createMediaList({ message, fileId, ...(media && { media }), onGone: close });
  });
  const next = (step: 1 | -1) => list.goTo(list.at() + (dir() === "rtl" ? -step : step));
  const zoom = createZoom({ next, close });
  const shown = createMemo(() => list.current()?.file.fileId);
  createEffect(on(shown, () => zoom.reset(), { defer: true }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // A film that has the focus takes its own keys.
    const isInside = (event.target as Element).closest("video, [role=slider]") !== null;
    if (event.key === "ArrowRight" && !isInside) next(1);
    else if (event.key === "ArrowLeft" && !isInside) next(-1);
    else if (event.key === "Home" && !isInside) list.goTo(0);
    else if (event.key === "End" && !isInside) list.goTo(list.media().length - 1);
    else if (event.key === "+" || event.key === "=") zoom.by(1.5);
    else if (event.key === "-") zoom.by(1 / 1.5);
    else if (event.key === "0") zoom.reset();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <dialog
      class="lightbox"
      data-theme="dark"
      aria-labelledby={titleId}
      ref={openWhenConnected}
      style={{ "--drawn": `${zoom.drawn()}` }}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <Show when={list.current()}>
        {(medium) => (
          <>
            <LightboxHead
              {...props}
              medium={medium()}
              titleId={titleId}
              place={{ number: list.at() + 1, count: list.media().length }}
            />
            <div class="lightbox__stage" ref={zoom.attach}>
              <For each={[medium()]}>
                {(it) => (
                  <Switch fallback={<LargePicture medium={it} me={props.setting.me} zoom={zoom} />}>
                    <Match when={it.file.kind === "video" && !it.file.isAnimated}>
                      <VideoPlayer medium={it} me={props.setting.me} onAway={close} />
                    </Match>
                  </Switch>
                )}
              </For>
              <Show when={list.at() > 0}>
                <IconButton
                  class="lightbox__step lightbox__step--before"
                  icon="chevron-start"
                  flips
                  label={t("files.before")}
                  onClick={() => list.goTo(list.at() - 1)}
                />
              </Show>
              <Show when={list.at() < list.media().length - 1}>
                <IconButton
                  class="lightbox__step lightbox__step--after"
                  icon="chevron-end"
                  flips
                  label={t("files.after")}
                  onClick={() => list.goTo(list.at() + 1)}
                />
              </Show>
            </div>
            <LightboxFoot
              medium={medium()}
              media={list.media()}
              at={list.at()}
              me={props.setting.me}
              onGo={list.goTo}
            />
          </>
        )}
      </Show>
    </dialog>
  );
}

function openWhenConnected(dialog: HTMLDialogElement) {
  createEffect(() => {
    if (!dialog.open) dialog.showModal();
  });
  onCleanup(() => dialog.close());
}
