import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";

export type Import = { from: string; to: string; isType: boolean; line: number };

const statement =
  /(?:^|[;\n}])\s*(import|export)\s+(type\s+)?(?:[\w*{][^;"'`]*?\sfrom\s*)?["']([^"'\n]+)["']|\bimport\(\s*["']([^"'\n]+)["']\s*\)/g;

/** Every import of a TypeScript file. Local ones are named by their path from the root of the repository. */
export function importsOf(root: string, file: string, source: string): Import[] {
  const text = source
    .replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "))
    .replaceAll(/^\s*\/\/.*$/gm, "");
  return [...text.matchAll(statement)].map((match) => {
    const target = (match[3] ?? match[4]) as string;
    return {
      from: file,
      to: target.startsWith(".") ? resolveLocal(root, file, target) : target,
      isType: Boolean(match[2]) || onlyNamesTypes(match[0]),
      line: text.slice(0, match.index + match[0].length).split("\n").length,
    };
  });
}

/** `import { type A, type B } from …` leaves nothing behind either. */
function onlyNamesTypes(text: string): boolean {
  const names = /^\W*import\s*\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(",")
    .map((it) => it.trim())
    .filter(Boolean);
  return Boolean(names?.length) && names!.every((it) => it.startsWith("type "));
}

function resolveLocal(root: string, file: string, target: string): string {
  const path = join(dirname(file), target.replace(/\?.*$/, ""));
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts"), path.replace(/\.js$/, ".ts")];
  const found = candidates.find((it) => existsSync(join(root, it)) && statSync(join(root, it)).isFile());
  return relative(".", found ?? path).replaceAll("\\", "/");
}
