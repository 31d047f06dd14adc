export { autolink, hrefOf, type TextPart } from "./autolink.ts";
export { everyone, mentionsIn, namesMentioned } from "./mentions.ts";
export type { Block, Inline, ListItem } from "./nodes.ts";
export { parseText } from "./parse-blocks.ts";
export { plainText } from "./plain-text.ts";
