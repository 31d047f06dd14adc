import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from "playwright-core";
import { chromiumPath, shellPath } from "./chromium-path.ts";

/** Without a window, and without calls home. */
export const browserArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // A microphone that beeps and a camera that shows a test picture, for those who are allowed them.
  "--use-fake-device-for-media-stream",
];

/** The system's own Chromium, without its window where it comes so; that one has no microphone, though. */
export function launchBrowser({ hasMicrophone = false } = {}): Promise<Browser> {
  const executablePath = (hasMicrophone ? undefined : shellPath()) ?? requireChromium();
  return chromium.launch({ executablePath, args: browserArguments });
}

/** A browser with a profile of its own in `folder`: needed for installing and for Background Sync. */
export function launchInstalled(
  folder: string,
  url: string,
  options: BrowserContextOptions = {},
): Promise<BrowserContext> {
  return chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: browserArguments,
    baseURL: url,
    locale: "en-GB",
    permissions: ["notifications", "background-sync"],
    ...options,
  });
}

export function requireChromium(): string {
  const path = chromiumPath();
  if (!path) throw new Error("The stories need Chromium: install it, or name it in CHROME_PATH.");
  return path;
}
