import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "..");

export type WorkspacePackage = { name: string; folder: string; types: string | undefined };

/** Every package of the workspace, by its short name: api, party, web, schema, db, ui, e2e, bench. */
export function listPackages(): WorkspacePackage[] {
  const folders = ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(root, parent)).map((it) => `${parent}/${it}`),
  );
  return [...folders, "e2e", "bench"]
    .filter((folder) => existsSync(join(root, folder, "package.json")))
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8")) as {
        scripts?: { types?: string };
      };
      return { name: folder.split("/").at(-1) as string, folder, types: manifest.scripts?.types };
    });
}
