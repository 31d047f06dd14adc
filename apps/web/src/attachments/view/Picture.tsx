import type { Attachment, FileVariant } from "@parley/schema";
import { createMemo, createSignal, Show } from "solid-js";
import { createMotion } from "./create-motion.ts";
import { createServed, type Source } from "./create-source.ts";
import { thumbHashUrl } from "./thumb-hash-url.ts";

/** First blurred, then small, then as sharp as its place needs; one's own from this device at once. */
export function Picture(props: { file: Attachment; source: Source; isLarge: boolean }) {
  const motion = createMotion();
  const blurred = createMemo(() => thumbHashUrl(props.file.thumbHash));
  const [isSmallHere, setSmallHere] = createSignal(false);
  const [isLargeHere, setLargeHere] = createSignal(false);
  const [failed, setFailed] = createSignal<FileVariant[]>([]);
  const fails = (variant: FileVariant) => setFailed((before) => [...before, variant]);
  const has = (variant: FileVariant) => !failed().includes(variant);

  const moves = () => props.file.isAnimated && motion.isWanted();
  const small = createServed(
    () => props.source,
    () => (has("small") ? "small" : undefined),
  );
  // What moves does so in its original only. A thumbnail that cannot be made leaves that too, if it is not too much.
  const larger = createServed(
    () => props.source,
    () => {
      const needsOriginal = moves() || !has("small") || !has("large");
      const isPicture = props.file.kind !== "video";
      if (needsOriginal) return isPicture && has("original") && props.file.size < 8_000_000 ? "original" : undefined;
      return props.isLarge && isSmallHere() && devicePixelRatio > 1.1 && !motion.savesData() ? "large" : undefined;
    },
  );

  return (
    <>
      <Show when={blurred()}>{(url) => <img class="pic__img" data-blurred="" src={url()} alt="" />}</Show>
      <Show when={props.source.own()}>
        {(url) => (
          <img
            class="pic__img"
            src={url()}
            alt=""
            data-here=""
            decoding="async"
            onError={() => props.source.giveUpOwn()}
          />
        )}
      </Show>
      <Show when={!isLargeHere() && small()}>
        {(url) => (
          <Layer url={url()} isHere={isSmallHere()} onHere={() => setSmallHere(true)} onFailed={() => fails("small")} />
        )}
      </Show>
      <Show when={larger()}>
        {(url) => (
          <Layer
            url={url()}
            isHere={isLargeHere()}
            onHere={() => setLargeHere(true)}
            onFailed={() => fails(url().includes("/original") ? "original" : "large")}
          />
        )}
      </Show>
    </>
  );
}

/** One sharpness of it, shown when all of it has come. */
function Layer(props: { url: string; isHere: boolean; onHere(): void; onFailed(): void }) {
  return (
    <img
      class="pic__img"
      src={props.url}
      alt=""
      decoding="async"
      data-here={props.isHere ? "" : undefined}
      onLoad={() => props.onHere()}
      onError={() => props.onFailed()}
    />
  );
}
