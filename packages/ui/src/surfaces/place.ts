type Box = { left: number; right: number; top: number; bottom: number };
type Size = { width: number; height: number };

/** Where a floating box goes: below its trigger, ending with it or beginning with it, or above where there is no room; always on screen. */
export function placeBeside(
  trigger: Box,
  box: Size,
  view: Size,
  { isRtl = false, align = "end" }: { isRtl?: boolean; align?: "start" | "end" } = {},
): { left: number; top: number } {
  const wantedLeft = isRtl === (align === "end") ? trigger.left : trigger.right - box.width;
  const below = trigger.bottom + 6;
  const above = trigger.top - box.height - 6;
  const top = below + box.height <= view.height - 8 || above < 8 ? below : above;
  return { left: clamp(wantedLeft, 8, view.width - box.width - 8), top: clamp(top, 8, view.height - box.height - 8) };
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
