export type Copied = { name: string; at: string; text: string };

/** Messages as text to paste elsewhere: one as it is, several with who wrote when. */
export function copiedText(messages: readonly Copied[]): string {
  if (messages.length === 1) return messages[0]?.text ?? "";
  return messages.map(({ name, at, text }) => `${name}, ${at}\n${text}`).join("\n\n");
}

/** The same for where text has form. Everything in it is escaped. */
export function copiedHtml(messages: readonly Copied[]): string {
  const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");
  if (messages.length === 1) return `<p>${lines(messages[0]?.text ?? "")}</p>`;
  return messages
    .map(({ name, at, text }) => `<p><b>${escaped(name)}</b>, ${escaped(at)}<br>${lines(text)}</p>`)
    .join("");
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (it) => `&#${it.charCodeAt(0)};`);

/** Puts both forms on the clipboard; text alone where a browser takes no more. */
export async function copyMessages(messages: readonly Copied[]): Promise<void> {
  const text = copiedText(messages);
  try {
    const of = (type: string, content: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": of("text/plain", text),
        "text/html": of("text/html", copiedHtml(messages)),
      }),
    ]);
  } catch {
    await navigator.clipboard.writeText(text);
  }
}
