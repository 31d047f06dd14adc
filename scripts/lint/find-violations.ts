import type { Boundary } from "../../boundaries.ts";
import type { Import } from "./imports-of.ts";

/** The imports that cross a border, each as one line for a person. */
export function findViolations(boundaries: Boundary[], imports: Import[]): string[] {
  return imports.flatMap((it) =>
    boundaries
      .filter((rule) => rule.files.test(it.from) && !rule.except?.test(it.from) && crosses(rule, it))
      .map((rule) => `${it.from}:${it.line} imports ${it.to}: ${rule.because}`),
  );
}

function crosses(rule: Boundary, { from, to, isType }: Import): boolean {
  if (isType && rule.allowsTypes) return false;
  if (rule.mustNotImport?.test(to)) return true;
  return Boolean(rule.mayOnlyImport) && !rule.mayOnlyImport?.test(to) && packageOf(to) !== packageOf(from);
}

function packageOf(file: string): string {
  return file.split("/").slice(0, 2).join("/");
}
