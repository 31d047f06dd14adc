const physicalProperty =
  /^\s*(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|left|right|border-(?:top|bottom)-(?:left|right)-radius)\s*:/;
const physicalValue = /^\s*(?:text-align|float|clear)\s*:\s*(?:left|right)\b/;
const rawColour = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(/i;
/** Derived from a token, or black as a mask, where it is no colour but a shape. */
const isFine = /\(\s*from\s+var\(|^\s*(?:-webkit-)?mask/;
const isTokens = /\/tokens(\/|\.css$)/;

/** What a style sheet does against right-to-left reading or around the tokens, each as one line for a person. */
export function findStyleProblems(file: string, source: string): string[] {
  const lines = withoutComments(source)
    .replaceAll(/url\([^)]*\)/g, "url()")
    .split("\n");

  return lines.flatMap((line, index) => {
    const where = `${file}:${index + 1}`;
    // A selector may hold #ids and a rule may sit on one line: judge each declaration by itself.
    const declarations = line.slice(line.lastIndexOf("{") + 1).split(";");
    return declarations.flatMap((it) => [
      ...(physicalProperty.test(it) || physicalValue.test(it)
        ? [`${where} ${it.trim()}: use the logical property, for right-to-left`]
        : []),
      ...(!isTokens.test(file) && isDeclaration(it, line) && rawColour.test(it) && !isFine.test(it)
        ? [`${where} ${it.trim()}: use a colour token`]
        : []),
    ]);
  });
}

function isDeclaration(text: string, line: string): boolean {
  return text.includes(":") && !line.trimEnd().endsWith("{");
}

function withoutComments(source: string): string {
  return source.replaceAll(/\/\*[\s\S]*?\*\//g, (comment) => comment.replaceAll(/[^\n]/g, " "));
}
