/**
 * Puts words and their form on the clipboard, words alone where a browser takes no more. It is asked at once, while the
 * browser still knows that somebody pressed something; what to put there may come a moment later.
 */
export async function toClipboard(made: Promise<{ text: string; html: string }>): Promise<void> {
  const blob = async (form: "text" | "html", type: string) => new Blob([(await made)[form]], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/plain": blob("text", "text/plain"), "text/html": blob("html", "text/html") }),
    ]);
  } catch {
    await navigator.clipboard.writeText((await made).text);
  }
}
