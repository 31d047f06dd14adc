/** Arrows go from thing to thing by where they stand, Home and End to the first and the last. */
export function moveInGallery(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-item], .filerow__open")];
  const at = items.indexOf(event.target as HTMLElement);
  const from = items[at];
  if (!from) return;
  const forward = getComputedStyle(from).direction === "rtl" ? -1 : 1;
  const steps: Record<string, () => HTMLElement | undefined> = {
    ArrowRight: () => items[at + forward],
    ArrowLeft: () => items[at - forward],
    ArrowDown: () => beside(from, items.slice(at + 1)),
    ArrowUp: () => beside(from, items.slice(0, at).reverse()),
    Home: () => items[0],
    End: () => items.at(-1),
  };
  const next = steps[event.key]?.();
  if (!next) return;
  event.preventDefault();
  next.focus();
  next.scrollIntoView({ block: "nearest" });
}

/** Of the nearest row of those that follow, the one that stands nearest. */
function beside(from: HTMLElement, following: HTMLElement[]): HTMLElement | undefined {
  const place = from.getBoundingClientRect();
  const first = following.find((it) => Math.abs(it.getBoundingClientRect().top - place.top) > 4);
  if (!first) return undefined;
  const top = first.getBoundingClientRect().top;
  const distance = (it: HTMLElement) => Math.abs(it.getBoundingClientRect().left - place.left);
  return following
    .filter((it) => Math.abs(it.getBoundingClientRect().top - top) < 4)
    .reduce((best, it) => (distance(it) < distance(best) ? it : best), first);
}
