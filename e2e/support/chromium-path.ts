import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];
const fixed = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The Chromium of this machine: the one `CHROME_PATH` names, or the first one found. */
export function chromiumPath(): string | undefined {
  return process.env.CHROME_PATH || find(names, fixed);
}

/** The same browser without anything that draws a window, where it is installed: a quarter less work for each story. */
export function shellPath(): string | undefined {
  return process.env.CHROME_PATH || find(["chromium-headless-shell"]);
}

function find(names: string[], fixed: string[] = []): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(delimiter), "/usr/bin", "/snap/bin"];
  const files = [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...fixed];
  return files.find((file) => existsSync(file));
}
