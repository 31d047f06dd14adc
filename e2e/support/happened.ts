import type { BrowserContext, Page } from "playwright-core";

declare global {
  interface Window {
    happened: string[];
  }
}

/** Notes in every page what was pressed, where it scrolled and what opened: a story that went wrong can be read afterwards. */
export async function noteWhatHappens(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.happened = [];
    const note = (what: string, target: EventTarget | null) => {
      const element = target instanceof Element ? (target.closest("button, a, dialog, [role]") ?? target) : null;
      const name = element?.getAttribute("aria-label") ?? element?.textContent?.slice(0, 40) ?? "";
      window.happened.push(`${Math.round(performance.now())} ms: ${what} ${element?.localName ?? "page"} “${name}”`);
      if (window.happened.length > 60) window.happened.shift();
    };
    for (const type of ["pointerdown", "pointerup", "click", "contextmenu", "focusin", "cancel", "close"])
      window.addEventListener(type, (event) => note(type, event.target), { capture: true });
    let top = 0;
    window.addEventListener(
      "scrollend",
      (event) => {
        const next = event.target instanceof Element ? event.target.scrollTop : scrollY;
        note(`scrolled by ${Math.round(next - top)}:`, event.target);
        top = next;
      },
      { capture: true },
    );
    for (const [owner, name] of [
      [HTMLDialogElement.prototype, "showModal"],
      [HTMLDialogElement.prototype, "close"],
      [HTMLElement.prototype, "showPopover"],
      [HTMLElement.prototype, "hidePopover"],
    ] as const) {
      const real = owner[name as never] as (...given: unknown[]) => unknown;
      Object.assign(owner, {
        [name](this: HTMLElement, ...given: unknown[]) {
          note(name, this);
          return real.apply(this, given);
        },
      });
    }
  });
}

/** The last of it. */
export async function whatHappened(page: Page): Promise<string> {
  return (await page.evaluate(() => window.happened ?? []).catch(() => [])).join("\n  ");
}
