import { refuseClick } from "./refuse-click.ts";

const slop = 6;

type List = {
  /** The rows among which it can be put, in order. */
  rows(): HTMLElement[];
  put(index: number): void;
};
type Held = {
  /** It was held down until it came loose, and let go where it was. */
  rest(): void;
};

/** A row is dragged up or down among its neighbours; a line shows where it will stand. Escape takes it back. */
export function dragRow(down: PointerEvent, handle: HTMLElement, list: List, held?: Held): void {
  const rows = list.rows();
  const row = rows.find((it) => it.contains(handle));
  if (!row || rows.length < 2) {
    held?.rest();
    return;
  }
  const others = rows.filter((it) => it !== row);
  let isDragged = false;
  let index = rows.indexOf(row);

  if (held) row.dataset["dragged"] = "";
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const dy = event.clientY - down.clientY;
    if (!isDragged && Math.abs(dy) < slop) return;
    if (!isDragged) refuseClick();
    isDragged = true;
    row.dataset["dragged"] = "";
    row.style.translate = `0 ${dy}px`;
    index = others.filter((it) => middleOf(it) < event.clientY).length;
    for (const it of others) delete it.dataset["drop"];
    if (index < others.length) others[index]!.dataset["drop"] = "before";
    else others.at(-1)!.dataset["drop"] = "after";
  };
  const up = () => {
    leave();
    if (!isDragged) held?.rest();
    else if (index !== rows.indexOf(row)) list.put(index);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !(isDragged || held)) return;
    event.preventDefault();
    event.stopPropagation();
    leave();
  };
  function leave() {
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", up);
    document.removeEventListener("pointercancel", leave);
    document.removeEventListener("keydown", giveUp, { capture: true });
    row?.style.removeProperty("translate");
    for (const it of rows) {
      delete it.dataset["drop"];
      delete it.dataset["dragged"];
    }
  }

  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", up);
  document.addEventListener("pointercancel", leave);
  document.addEventListener("keydown", giveUp, { capture: true });
}

function middleOf(row: HTMLElement): number {
  const box = row.getBoundingClientRect();
  return box.top + box.height / 2;
}
