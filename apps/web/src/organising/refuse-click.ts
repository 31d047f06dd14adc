/** Swallows the click that a press ends with: it was a drag, or it opened a menu. Call it while the press is under way, or as it ends. */
export function refuseClick(isOver = false): void {
  const refuse = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
    forget();
  };
  const forget = () => document.removeEventListener("click", refuse, { capture: true });
  // The click follows the lifting at once, or never.
  const soon = () => setTimeout(forget, 60);
  document.addEventListener("click", refuse, { capture: true });
  if (isOver) soon();
  else for (const type of ["pointerup", "pointercancel"]) document.addEventListener(type, soon, { once: true });
}
