/** Moves through the buttons of a grid with the arrow keys, and out of it upwards into the field above, if there is one. */
export function gridKeys(
  event: KeyboardEvent,
  pane: HTMLElement,
  { cell, columns }: { cell: string; columns: number },
) {
  const cells = [...pane.querySelectorAll<HTMLElement>(cell)];
  const at = cells.indexOf(document.activeElement as HTMLElement);
  if (at < 0 && event.key !== "ArrowDown") return;
  const isRtl = getComputedStyle(pane).direction === "rtl";
  const step = { ArrowRight: isRtl ? -1 : 1, ArrowLeft: isRtl ? 1 : -1, ArrowDown: columns, ArrowUp: -columns }[
    event.key
  ];
  if (step === undefined) return;
  event.preventDefault();
  if (at < 0) return cells[0]?.focus();
  if (at + step < 0) pane.querySelector("input")?.focus();
  else cells[Math.min(at + step, cells.length - 1)]?.focus();
}
