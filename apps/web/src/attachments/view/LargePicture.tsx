import { isHeif, type UserId } from "@parley/schema";
import { createSignal, For } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { Medium } from "./create-media-list.ts";
import { createMotion } from "./create-motion.ts";
import { createServed, createSource } from "./create-source.ts";
import type { Zoom } from "./create-zoom.ts";
import { thumbHashUrl } from "./thumb-hash-url.ts";

/** A picture as large as there is room. From blurred to sharp; as it was sent once somebody looks closer. */
export function LargePicture(props: { medium: Medium; me: UserId; zoom: Zoom }) {
  const { t } = useI18n();
  const motion = createMotion();
  const file = () => props.medium.file;
  const source = createSource(
    () => props.medium.message,
    file,
    () => props.medium.message.senderId === props.me,
  );
  const [isLargeBroken, setLargeBroken] = createSignal(false);
  const [shown, setShown] = createSignal("");
  const wantsOriginal = () =>
    !isHeif(file().mime) &&
    (isLargeBroken() || props.zoom.scale() > 1.5 || (file().isAnimated === true && motion.isWanted()));
  const small = createServed(
    () => source,
    () => "small",
  );
  const large = createServed(
    () => source,
    () => "large",
  );
  const original = createServed(
    () => source,
    () => (wantsOriginal() ? "original" : undefined),
  );
  const ratio = () => (file().width && file().height ? (file().width as number) / (file().height as number) : 4 / 3);
  const layers = () =>
    [thumbHashUrl(file().thumbHash), small(), large(), source.own(), original()].filter((it) => it != null);

  return (
    <div
      class="largepic"
      role="img"
      aria-label={file().alt || t("files.one.image")}
      data-here={shown() ? "" : undefined}
      style={{
        transform: props.zoom.transform(),
        "inline-size": `min(100cqw, ${100 * ratio()}cqh, ${Math.max(240, file().width ?? 1600)}px)`,
        "aspect-ratio": `${ratio()}`,
      }}
    >
      <For each={layers()}>
        {(url) => (
          <img
            src={url}
            alt=""
            draggable={false}
            decoding="async"
            onLoad={() => setShown(url)}
            onError={(event) => {
              event.currentTarget.hidden = true;
              if (url === large()) setLargeBroken(true);
              if (url === source.own()) source.giveUpOwn();
            }}
          />
        )}
      </For>
    </div>
  );
}
