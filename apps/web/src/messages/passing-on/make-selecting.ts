/** While messages are selected a click selects one more; with Shift it begins, and takes all between. */
export function makeSelecting(
  element: HTMLElement,
  isSelecting: () => boolean,
  select: (isRange: boolean) => void,
): void {
  element.addEventListener(
    "click",
    (event) => {
      if (!isSelecting() && !event.shiftKey) return;
      // Links and buttons in it have their own Shift.
      if (!isSelecting() && (event.target as Element).closest("a, button, input, [role=button]")) return;
      event.preventDefault();
      event.stopPropagation();
      getSelection()?.removeAllRanges();
      select(event.shiftKey);
    },
    { capture: true },
  );
}
