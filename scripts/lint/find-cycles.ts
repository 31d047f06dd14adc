import type { Import } from "./imports-of.ts";

/** Import cycles between files, each as a path that ends where it began. Types leave nothing behind at run time, so they do not count. */
export function findCycles(imports: Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, isType } of imports) if (!isType) next.set(from, [...(next.get(from) ?? []), to]);

  const done = new Set<string>();
  const path: string[] = [];
  const cycles: string[] = [];

  const visit = (file: string) => {
    const seenAt = path.indexOf(file);
    if (seenAt >= 0) cycles.push([...path.slice(seenAt), file].join(" → "));
    if (seenAt >= 0 || done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  };
  for (const file of next.keys()) visit(file);
  return cycles;
}
