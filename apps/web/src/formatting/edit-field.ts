/** A change to a text, and what is selected after it. */
export type Change = { from: number; to: number; text: string; select: [from: number, to: number] };

/** Makes the change as if it had been typed, so that the browser's undo knows it. */
export function change(field: HTMLTextAreaElement, { from, to, text, select }: Change): void {
  field.focus();
  field.setSelectionRange(from, to);
  // Old, and the one way to edit a field that can be undone.
  const isTyped = text === "" ? document.execCommand("delete") : document.execCommand("insertText", false, text);
  if (!isTyped) {
    field.setRangeText(text, from, to, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true }));
  }
  field.setSelectionRange(...select);
}

/** Puts text where the caret is, over what is selected. */
export function insert(field: HTMLTextAreaElement, text: string): void {
  const { selectionStart: from, selectionEnd: to } = field;
  change(field, { from, to, text, select: [from + text.length, from + text.length] });
}
