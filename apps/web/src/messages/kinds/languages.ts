/** Languages a snippet can be in, as highlighters name them, with what their files end in. */
export const languages: Record<string, { name: string; endings: readonly string[] }> = {
  "": { name: "", endings: ["txt", "md", "log"] },
  bash: { name: "Bash", endings: ["sh", "bash"] },
  c: { name: "C", endings: ["c", "h"] },
  cpp: { name: "C++", endings: ["cpp", "cc", "hpp"] },
  csharp: { name: "C#", endings: ["cs"] },
  css: { name: "CSS", endings: ["css"] },
  go: { name: "Go", endings: ["go"] },
  java: { name: "Java", endings: ["java"] },
  javascript: { name: "JavaScript", endings: ["js", "mjs", "jsx"] },
  json: { name: "JSON", endings: ["json"] },
  kotlin: { name: "Kotlin", endings: ["kt"] },
  php: { name: "PHP", endings: ["php"] },
  python: { name: "Python", endings: ["py"] },
  ruby: { name: "Ruby", endings: ["rb"] },
  rust: { name: "Rust", endings: ["rs"] },
  sql: { name: "SQL", endings: ["sql"] },
  swift: { name: "Swift", endings: ["swift"] },
  typescript: { name: "TypeScript", endings: ["ts", "tsx"] },
  xml: { name: "HTML, XML", endings: ["html", "xml", "svg"] },
  yaml: { name: "YAML", endings: ["yml", "yaml"] },
};

/** The language a file of this name is likely in; nothing when its ending says nothing. */
export function languageOf(fileName: string): string | undefined {
  const ending = /\.(\w+)$/.exec(fileName)?.[1]?.toLowerCase() ?? "";
  return Object.entries(languages).find(([, { endings }]) => endings.includes(ending))?.[0];
}
