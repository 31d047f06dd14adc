/** ↑ and ↓ from hit to hit, and from the first back into the field. */
export function moveInFound(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey || (event.key !== "ArrowDown" && event.key !== "ArrowUp")) return;
  const hits = [...event.currentTarget.querySelectorAll<HTMLElement>(foundRows)];
  const at = hits.indexOf(document.activeElement as HTMLElement);
  if (at < 0) return;
  event.preventDefault();
  if (at === 0 && event.key === "ArrowUp") fieldOf(event.currentTarget)?.focus();
  else hits[at + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
}

/** From the field to the first hit. */
export function enterFound(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.key !== "ArrowDown") return;
  const first = event.currentTarget.closest(".list")?.querySelector<HTMLElement>(`.found :is(${foundRows})`);
  if (!first) return;
  event.preventDefault();
  first.focus();
}

const foundRows = "[data-conversation], [data-hit]";
const fieldOf = (inside: HTMLElement) => inside.closest(".list")?.querySelector<HTMLElement>('input[type="search"]');
