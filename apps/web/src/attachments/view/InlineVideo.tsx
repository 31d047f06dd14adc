import type { Attachment } from "@parley/schema";
import { createSignal, onCleanup, Show } from "solid-js";
import { createMotion } from "./create-motion.ts";
import { createServed, type Source } from "./create-source.ts";
import { Picture } from "./Picture.tsx";
import { playedVariant } from "./played-variant.ts";

/** What begins by itself must not cost more than this; what moves like a GIF is short anyway. */
const mostBytes = 24_000_000;

/** A video's picture; while it can be seen it plays without sound, where nothing speaks against it, and else stands still. */
export function InlineVideo(props: { file: Attachment; source: Source; isLarge: boolean }) {
  const motion = createMotion();
  const [isInView, setInView] = createSignal(false);
  const [isBroken, setBroken] = createSignal(false);
  const mayPlay = () => motion.isWanted() && props.file.size <= mostBytes;
  /** A still costs the browser the film's beginning only. */
  const isShown = () => isInView() && !isBroken() && !motion.savesData() && props.file.playable !== "making";
  const served = createServed(
    () => props.source,
    () => (isShown() ? playedVariant(props.file) : undefined),
  );
  const moving = () => (isShown() && mayPlay() ? (props.source.own() ?? served()) : undefined);
  const still = () => props.source.own() ?? (mayPlay() ? undefined : served());

  /** What this device sent, it may not be able to play itself. */
  const fail = () => (props.source.own() ? props.source.giveUpOwn() : setBroken(true));

  const watch = (element: HTMLElement) => {
    const observer = new IntersectionObserver(([entry]) => setInView((entry?.intersectionRatio ?? 0) >= 0.6), {
      threshold: [0, 0.6],
    });
    observer.observe(element);
    onCleanup(() => observer.disconnect());
  };

  return (
    <span class="pic__video" ref={watch}>
      <Show when={!props.source.own()}>
        <Picture file={props.file} source={{ ...props.source, own: () => null }} isLarge={props.isLarge} />
      </Show>
      <Show when={still()}>
        {(src) => (
          <video
            class="pic__img"
            src={`${src()}#t=0.1`}
            muted
            playsinline
            preload="metadata"
            aria-hidden="true"
            tabindex="-1"
            onLoadedData={(event) => (event.currentTarget.dataset["here"] = "")}
            onError={fail}
          />
        )}
      </Show>
      <Show when={moving()}>
        {(src) => (
          <video
            class="pic__img"
            ref={(video) => {
              video.muted = true;
              video.oncanplay = () => {
                video.dataset["here"] = "";
                void video.play().catch(() => setBroken(true));
              };
            }}
            src={src()}
            muted
            loop
            playsinline
            disablepictureinpicture
            aria-hidden="true"
            tabindex="-1"
            onError={fail}
          />
        )}
      </Show>
    </span>
  );
}
