import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The repository's own files with one of these endings, whether committed yet or not. */
export function listSources(root: string, endings: string[]): string[] {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  })
    .split("\n")
    .filter((file) => endings.some((ending) => file.endsWith(ending)) && existsSync(join(root, file)))
    .sort();
}
