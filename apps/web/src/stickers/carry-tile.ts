const slop = 6;
const holdMs = 300;

type Grid = {
  /** The tiles in order; they stand in another one as soon as `put` was called. */
  tiles(): HTMLElement[];
  put(from: number, to: number): void;
};

/** A tile is carried among its neighbours, which make room: by a mouse at once, by a finger that rests first. Escape takes it back. */
export function carryTile(down: PointerEvent, tile: HTMLElement, grid: Grid): void {
  const first = grid.tiles().indexOf(tile);
  let isCarried = false;
  const hold = down.pointerType === "mouse" ? undefined : setTimeout(begin, holdMs);

  function begin() {
    isCarried = true;
    tile.dataset["dragged"] = "";
    if (hold) navigator.vibrate?.(10);
  }
  const move = (event: PointerEvent) => {
    if (event.pointerId !== down.pointerId) return;
    const isFar = Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > slop;
    if (!isCarried && isFar && hold) return leave();
    if (!isCarried && isFar) begin();
    if (!isCarried) return;
    const tiles = grid.tiles();
    const over = tiles.findIndex((it) => it !== tile && isInside(it.getBoundingClientRect(), event));
    if (over >= 0) grid.put(tiles.indexOf(tile), over);
  };
  const giveUp = (event: KeyboardEvent) => {
    if (event.key !== "Escape" || !isCarried) return;
    event.preventDefault();
    event.stopPropagation();
    grid.put(grid.tiles().indexOf(tile), first);
    leave();
  };
  // Said at every touch: a finger that carries must not scroll.
  const still = (event: TouchEvent) => isCarried && event.preventDefault();
  function leave() {
    clearTimeout(hold);
    delete tile.dataset["dragged"];
    document.removeEventListener("pointermove", move);
    document.removeEventListener("pointerup", leave);
    document.removeEventListener("pointercancel", leave);
    document.removeEventListener("keydown", giveUp, { capture: true });
    tile.removeEventListener("touchmove", still);
  }

  document.addEventListener("pointermove", move);
  document.addEventListener("pointerup", leave);
  document.addEventListener("pointercancel", leave);
  document.addEventListener("keydown", giveUp, { capture: true });
  tile.addEventListener("touchmove", still, { passive: false });
}

/** Where an arrow key takes the tile at this place of a grid; undefined for other keys and beyond the ends. */
export function placeByKey(key: string, at: number, tiles: readonly HTMLElement[]): number | undefined {
  const [first] = tiles;
  if (!first) return undefined;
  const columns = tiles.filter((it) => it.offsetTop === first.offsetTop).length;
  const onwards = getComputedStyle(first).direction === "rtl" ? -1 : 1;
  const step = { ArrowRight: onwards, ArrowLeft: -onwards, ArrowDown: columns, ArrowUp: -columns }[key];
  const to = at + (step ?? Number.NaN);
  return to >= 0 && to < tiles.length ? to : undefined;
}

/** The same, with one of them elsewhere. */
export function reordered<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, i) => i !== from);
  const moved = items[from];
  return moved === undefined ? [...items] : [...rest.slice(0, to), moved, ...rest.slice(to)];
}

const isInside = (box: DOMRect, { clientX: x, clientY: y }: PointerEvent) =>
  x > box.left && x < box.right && y > box.top && y < box.bottom;
