import { mkdir } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";

const folder = resolve(import.meta.dirname, "../../test-results");

/** Keeps what the page looks like in test-results/, and answers where. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  const file = join(
    folder,
    `${name
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, "-")
      .slice(0, 120)}.png`,
  );
  await page.screenshot({ path: file });
  return file;
}
