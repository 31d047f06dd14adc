import { readFileSync, writeFileSync } from "node:fs";

/** The names in the sprite, as the source of `icon-names.ts`. */
export function iconNamesSource(sprite: string): string {
  const names = [...sprite.matchAll(/<symbol id="i-([a-z0-9-]+)"/g)].map((found) => found[1]).sort();
  return `// Made from icons.svg by \`node src/icons/generate.ts\`.\nexport const iconNames = [\n${names.map((name) => `  "${name}",`).join("\n")}\n] as const;\n\nexport type IconName = (typeof iconNames)[number];\n`;
}

if (import.meta.main) {
  const here = new URL(".", import.meta.url);
  writeFileSync(new URL("icon-names.ts", here), iconNamesSource(readFileSync(new URL("icons.svg", here), "utf8")));
}
