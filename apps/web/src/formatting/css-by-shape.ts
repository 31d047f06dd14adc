import type { LanguageFn } from "highlight.js";

/** CSS by its shape. The library's own has the names of all properties and values, and weighs as much as five languages. */
export const css: LanguageFn = (hljs) => ({
  case_insensitive: true,
  contains: [
    hljs.C_BLOCK_COMMENT_MODE,
    hljs.QUOTE_STRING_MODE,
    hljs.APOS_STRING_MODE,
    { scope: "keyword", match: /@[\w-]+|!important/ },
    { scope: "attribute", match: /[\w-]+(?=\s*:[^:;{}]*[;}])/ },
    { scope: "number", match: /#[\da-f]{3,8}\b(?=[^{}]*[;}])|(?<![\w-])[+-]?(?:\d*\.)?\d+(?:%|[a-z]+)?/ },
    { scope: "built_in", match: /[\w-]+(?=\()/ },
    { scope: "name", match: /[.#][a-z_][\w-]*|::?[a-z][\w-]*(?=[^;{}]*\{)/ },
  ],
});
