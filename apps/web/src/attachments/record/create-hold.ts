import { createSignal } from "solid-js";

const [cancelAt, lockAt] = [96, 72];
/** A shorter touch is a tap. */
const tapMs = 350;

/** How far a finger may lead the microphone: sideways against the reading direction discards, up keeps it recording. */
export function createHold(acts: { onStart(): void; onLock(): void; onCancel(): void; onRelease(): void }) {
  const [isHeld, setHeld] = createSignal(false);
  /** How far it has been led aside, and up, in pixels. */
  const [offset, setOffset] = createSignal({ aside: 0, up: 0 });
  let from: { x: number; y: number; at: number; isRtl: boolean } | undefined;

  const leave = (act?: () => void) => {
    from = undefined;
    setHeld(false);
    setOffset({ aside: 0, up: 0 });
    act?.();
  };

  return {
    isHeld,
    offset,
    handlers: {
      onPointerDown(event: PointerEvent & { currentTarget: HTMLElement }) {
        if (event.pointerType === "mouse" || !event.isPrimary) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        const isRtl = getComputedStyle(event.currentTarget).direction === "rtl";
        from = { x: event.clientX, y: event.clientY, at: event.timeStamp, isRtl };
        setHeld(true);
        acts.onStart();
      },
      onPointerMove(event: PointerEvent) {
        if (!from) return;
        const aside = Math.max(0, (event.clientX - from.x) * (from.isRtl ? 1 : -1));
        const up = Math.max(0, from.y - event.clientY);
        if (aside > cancelAt && aside > up) leave(acts.onCancel);
        else if (up > lockAt) leave(acts.onLock);
        else setOffset({ aside, up });
      },
      onPointerUp(event: PointerEvent) {
        if (from) leave(event.timeStamp - from.at < tapMs ? acts.onLock : acts.onRelease);
      },
      // The system took the touch away, perhaps to ask for the microphone.
      onPointerCancel: () => from && leave(acts.onLock),
      onContextMenu: (event: Event) => event.preventDefault(),
    },
  };
}
