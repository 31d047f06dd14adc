import { createMemo, Show } from "solid-js";
import { clock } from "../../app/clock.ts";
import { useI18n } from "../../i18n/index.ts";
import { waveformPath, waveformSize } from "./waveform-path.ts";

const steps: Record<string, number> = {
  ...{ ArrowLeft: -5_000, ArrowDown: -5_000, ArrowRight: 5_000, ArrowUp: 5_000 },
  ...{ PageDown: -15_000, PageUp: 15_000 },
};

/** How far it is, as a waveform or a line; drawn or moved by keys, one hears it from there. Time runs from the left everywhere. */
export function Scrubber(props: {
  waveform: string | undefined;
  positionMs: number;
  durationMs: number;
  label: string;
  tabindex: number;
  onSeek(ms: number): void;
}) {
  const { t } = useI18n();
  const path = createMemo(() => (props.waveform ? waveformPath(props.waveform) : undefined));
  const part = () => (props.durationMs > 0 ? Math.min(1, props.positionMs / props.durationMs) : 0);
  const seekTo = (ms: number) => props.onSeek(Math.max(0, Math.min(ms, props.durationMs - 1)));
  const seekAt = (event: PointerEvent & { currentTarget: HTMLElement }) => {
    const box = event.currentTarget.getBoundingClientRect();
    seekTo(((event.clientX - box.left) / box.width) * props.durationMs);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step) seekTo(props.positionMs + step);
    else if (event.key === "Home") seekTo(0);
    else if (event.key === "End") seekTo(props.durationMs);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      class="scrub"
      dir="ltr"
      role="slider"
      tabindex={props.tabindex}
      aria-label={t("files.seek", { what: props.label })}
      aria-valuemin={0}
      aria-valuemax={Math.round(props.durationMs / 1_000)}
      aria-valuenow={Math.round(props.positionMs / 1_000)}
      aria-valuetext={t("files.position", { at: clock(props.positionMs), of: clock(props.durationMs) })}
      style={{ "--part": `${part() * 100}%` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        // The row's own gestures begin with the same finger.
        event.stopPropagation();
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        seekAt(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && seekAt(event)}
      on:touchstart={(event) => event.stopPropagation()}
    >
      <Show when={path()} fallback={<span class="scrub__line" />}>
        {(d) => (
          <svg
            class="scrub__wave"
            viewBox={`0 0 ${waveformSize.width} ${waveformSize.height}`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            <path d={d()} />
            <path class="scrub__played" d={d()} />
          </svg>
        )}
      </Show>
    </div>
  );
}
