import type { Emitter, LanguageFn } from "highlight.js";
import hljs from "highlight.js/lib/core";

/** Coloured code: text, and stretches of it that are of one kind (`keyword`, `string`, `comment` …). */
export type Coloured = string | { kind: string; of: Coloured[] };

// In three parts and not one for each: every file costs a line in what the service worker keeps.
const parts = {
  web: () => import("./languages/of-the-web.ts"),
  compiled: () => import("./languages/compiled.ts"),
  scripts: () => import("./languages/scripts.ts"),
} as const;
const partOf: Record<string, keyof typeof parts> = {
  ...{ css: "web", javascript: "web", json: "web", typescript: "web", xml: "web", yaml: "web" },
  ...{ cpp: "compiled", csharp: "compiled", go: "compiled", java: "compiled" },
  ...{ kotlin: "compiled", rust: "compiled", bash: "scripts", diff: "scripts", python: "scripts", sql: "scripts" },
};
// What is C is coloured as C++, which has all of it.
const otherNames: Record<string, string> = {
  ...{ js: "javascript", jsx: "javascript", ts: "typescript", tsx: "typescript", html: "xml", svg: "xml", yml: "yaml" },
  ...{ c: "cpp", h: "cpp", "c++": "cpp", "c#": "csharp", cs: "csharp", golang: "go", kt: "kotlin", rs: "rust" },
  ...{ sh: "bash", shell: "bash", py: "python" },
};

/** Collects a tree of our own: what the library makes by itself is a string of HTML. */
class TreeEmitter implements Emitter {
  readonly root: Coloured[] = [];
  #open: Coloured[][] = [this.root];
  addText(text: string): void {
    if (text) this.#open.at(-1)?.push(text);
  }
  startScope(kind: string): void {
    const of: Coloured[] = [];
    this.#open.at(-1)?.push({ kind: kind.split(".")[0] ?? kind, of });
    this.#open.push(of);
  }
  endScope(): void {
    this.#open.pop();
  }
  // The library calls them by these names too.
  openNode(kind: string): void {
    this.startScope(kind);
  }
  closeNode(): void {
    this.endScope();
  }
  __addSublanguage(other: TreeEmitter): void {
    this.#open.at(-1)?.push(...other.root);
  }
  finalize(): void {
    this.#open = [this.root];
  }
  toHTML(): string {
    return "";
  }
}

const colours = hljs.newInstance();
colours.configure({ __emitter: TreeEmitter });

/** The code in colours, or nothing for a language that is not known here. Languages are fetched when first seen. */
export async function highlight(code: string, language: string): Promise<Coloured[] | undefined> {
  const asked = language.toLowerCase().split(/[\s,{]/)[0] ?? "";
  const name = own(otherNames, asked) ?? asked;
  const part = own(partOf, name);
  if (!part) return undefined;
  const { languages } = await parts[part]();
  for (const [each, rules] of Object.entries<LanguageFn>(languages))
    if (!colours.getLanguage(each)) colours.registerLanguage(each, rules);
  return (colours.highlight(code, { language: name })._emitter as TreeEmitter).root;
}

const own = <T>(of: Record<string, T>, name: string) => (Object.hasOwn(of, name) ? of[name] : undefined);
