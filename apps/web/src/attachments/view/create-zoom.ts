import { type Accessor, createSignal } from "solid-js";

export type Zoom = {
  scale: Accessor<number>;
  /** For `transform`. */
  transform: Accessor<string>;
  /** While a finger draws it away: how far down, as a part of 1. */
  drawn: Accessor<number>;
  reset(): void;
  by(factor: number): void;
  /** Listens on the stage. */
  attach(stage: HTMLElement): void;
};

const most = 6;
const far = 60;
const twiceMs = 300;

type Point = { x: number; y: number };

/** Wheel, pinch and double tap make it larger, a finger moves what is; else a finger leads to the next one, or out. */
export function createZoom(act: { next(step: 1 | -1): void; close(): void }): Zoom {
  const [scale, setScale] = createSignal(1);
  const [place, setPlace] = createSignal<Point>({ x: 0, y: 0 });
  const pointers = new Map<number, Point>();
  let stage: HTMLElement | undefined;
  let from: Point | undefined;
  let pinch = 0;
  let lastTap = 0;

  const reset = () => {
    setScale(1);
    setPlace({ x: 0, y: 0 });
  };
  /** `at` stays where it is: it is counted from the stage's middle. */
  const zoomTo = (wanted: number, at: Point = { x: 0, y: 0 }) => {
    const next = Math.min(most, Math.max(1, wanted));
    const grown = next / scale();
    const { x, y } = place();
    setScale(next);
    setPlace(
      next === 1 ? { x: 0, y: 0 } : within({ x: at.x - (at.x - x) * grown, y: at.y - (at.y - y) * grown }, next),
    );
  };
  const within = ({ x, y }: Point, by: number): Point => {
    const { clientWidth = 0, clientHeight = 0 } = stage ?? {};
    const room = { x: (clientWidth * (by - 1)) / 2, y: (clientHeight * (by - 1)) / 2 };
    return { x: Math.max(-room.x, Math.min(room.x, x)), y: Math.max(-room.y, Math.min(room.y, y)) };
  };
  const fromMiddle = (event: Point): Point => {
    const box = stage?.getBoundingClientRect() ?? new DOMRect();
    return { x: event.x - box.left - box.width / 2, y: event.y - box.top - box.height / 2 };
  };
  const spread = () => {
    const [a, b] = [...pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  };
  const middle = (): Point => {
    const [a, b] = [...pointers.values()];
    return a && b ? fromMiddle({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }) : { x: 0, y: 0 };
  };

  const onDown = (event: PointerEvent) => {
    if ((event.target as Element).closest("button, video") || event.button !== 0) return;
    pointers.set(event.pointerId, event);
    stage?.setPointerCapture(event.pointerId);
    from = pointers.size === 1 ? { x: event.x, y: event.y } : undefined;
    pinch = spread();
  };
  const onMove = (event: PointerEvent) => {
    const before = pointers.get(event.pointerId);
    if (!before) return;
    pointers.set(event.pointerId, event);
    if (pointers.size > 1) {
      const now = spread();
      if (pinch > 0) zoomTo((scale() * now) / pinch, middle());
      pinch = now;
    } else if (scale() > 1) {
      setPlace(({ x, y }) => within({ x: x + event.x - before.x, y: y + event.y - before.y }, scale()));
    } else if (from && event.pointerType === "touch") {
      setPlace({ x: event.x - from.x, y: Math.max(0, event.y - from.y) });
    }
  };
  const onUp = (event: PointerEvent) => {
    if (!pointers.delete(event.pointerId) || scale() > 1 || !from) return;
    const across = event.x - from.x;
    const down = event.y - from.y;
    from = undefined;
    reset();
    if (event.type === "pointercancel") return;
    if (Math.abs(across) > far && Math.abs(across) > Math.abs(down)) return act.next(across < 0 ? 1 : -1);
    if (down > far * 1.5 && event.pointerType === "touch") return act.close();
    if (Math.hypot(across, down) > 10) return;
    if (event.timeStamp - lastTap < twiceMs) {
      lastTap = 0;
      zoomTo(2.5, fromMiddle(event));
    } else lastTap = event.timeStamp;
  };
  const onDoubleClick = (event: MouseEvent) => {
    if (scale() > 1 && !(event.target as Element).closest("button, video")) reset();
  };
  const onWheel = (event: WheelEvent) => {
    if ((event.target as Element).closest("video")) return;
    event.preventDefault();
    zoomTo(scale() * Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400)), fromMiddle(event));
  };

  return {
    scale,
    transform: () => `translate(${place().x}px, ${place().y}px) scale(${scale()})`,
    drawn: () => (scale() === 1 ? Math.min(1, place().y / 300) : 0),
    reset,
    by: (factor) => zoomTo(scale() * factor),
    attach(element) {
      stage = element;
      element.addEventListener("pointerdown", onDown);
      element.addEventListener("pointermove", onMove);
      element.addEventListener("pointerup", onUp);
      element.addEventListener("pointercancel", onUp);
      element.addEventListener("dblclick", onDoubleClick);
      element.addEventListener("wheel", onWheel, { passive: false });
    },
  };
}
