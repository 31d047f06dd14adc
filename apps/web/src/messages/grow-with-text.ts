import { type Accessor, createEffect } from "solid-js";

/** Grows the field with its text where the browser does not (`field-sizing: content`); CSS sets the most. */
export function growWithText(field: HTMLTextAreaElement, text: Accessor<string>): void {
  if (CSS.supports("field-sizing", "content")) return;
  createEffect(() => {
    text();
    field.style.blockSize = "auto";
    field.style.blockSize = `${field.scrollHeight}px`;
  });
}
