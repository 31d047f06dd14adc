import { type Block, parseText } from "@parley/schema/formatting";
import { escaped, htmlOf } from "../../formatting/copied-html.ts";
import { type NameOf, wordsOf } from "../../formatting/copied-words.ts";

/** `isFormatted`: its text is Markdown. `nameOf` tells how somebody is called whom it mentions. */
export type Copied = { name: string; at: string; text: string; isFormatted: boolean; nameOf: NameOf };

/** Messages for the clipboard: as words, and with their form. */
export const formsOf = (messages: readonly Copied[]) => ({ text: copiedText(messages), html: copiedHtml(messages) });

/** Messages as words to paste elsewhere: one as it is, several with who wrote when. */
export function copiedText(messages: readonly Copied[]): string {
  const words = (message: Copied) => wordsOf(blocksOf(message), message.nameOf);
  const [only, ...others] = messages;
  if (only && others.length === 0) return words(only);
  return messages.map((message) => `${message.name}, ${message.at}\n${words(message)}`).join("\n\n");
}

/** The same for where text has form, and for Parley's own field, which reads what was written from the attribute. */
export function copiedHtml(messages: readonly Copied[]): string {
  const html = (message: Copied) => htmlOf(blocksOf(message), message.nameOf);
  const [only, ...others] = messages;
  const isOne = only && others.length === 0;
  const written = isOne ? only.text : messages.map(({ name, at, text }) => `${name}, ${at}\n${text}`).join("\n\n");
  const shown = isOne
    ? html(only)
    : messages
        .map((message) => `<p><b>${escaped(message.name)}</b>, ${escaped(message.at)}</p>${html(message)}`)
        .join("");
  return `<div data-parley-text="${escaped(written).replaceAll("\n", "&#10;")}">${shown}</div>`;
}

const blocksOf = ({ text, isFormatted }: Copied): Block[] =>
  isFormatted ? parseText(text) : [{ type: "text", of: [text] }];
