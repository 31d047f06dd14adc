import type { Emitter, LanguageFn } from "highlight.js";
import hljs from "highlight.js/lib/core";
import bash from "highlight.js/lib/languages/bash";
import cpp from "highlight.js/lib/languages/cpp";
import csharp from "highlight.js/lib/languages/csharp";
import diff from "highlight.js/lib/languages/diff";
import go from "highlight.js/lib/languages/go";
import java from "highlight.js/lib/languages/java";
import javascript from "highlight.js/lib/languages/javascript";
import json from "highlight.js/lib/languages/json";
import kotlin from "highlight.js/lib/languages/kotlin";
import python from "highlight.js/lib/languages/python";
import rust from "highlight.js/lib/languages/rust";
import sql from "highlight.js/lib/languages/sql";
import typescript from "highlight.js/lib/languages/typescript";
import xml from "highlight.js/lib/languages/xml";
import yaml from "highlight.js/lib/languages/yaml";
import { css } from "./css-by-shape.ts";

/** Coloured code: text, and stretches of it that are of one kind (`keyword`, `string`, `comment` …). */
export type Coloured = string | { kind: string; of: Coloured[] };

const languages: Record<string, LanguageFn> = {
  ...{ bash, cpp, csharp, css, diff, go, java, javascript },
  ...{ json, kotlin, python, rust, sql, typescript, xml, yaml },
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

for (const [name, rules] of Object.entries(languages)) colours.registerLanguage(name, rules);

/** The code in colours, or nothing for a language that is not known here. */
export function highlight(code: string, language: string): Coloured[] | undefined {
  const asked = language.toLowerCase().split(/[\s,{]/)[0] ?? "";
  const name = Object.hasOwn(otherNames, asked) ? (otherNames[asked] as string) : asked;
  if (!Object.hasOwn(languages, name)) return undefined;
  return (colours.highlight(code, { language: name })._emitter as TreeEmitter).root;
}
