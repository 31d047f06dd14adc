/** Whether what is dragged comes from outside and is files. */
export const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** The files among what was dropped; folders have no bytes that could be sent. */
export function droppedFiles({ dataTransfer }: DragEvent): File[] {
  const files: File[] = [];
  for (const item of dataTransfer?.items ?? []) {
    const file = item.kind === "file" && !item.webkitGetAsEntry()?.isDirectory ? item.getAsFile() : null;
    if (file) files.push(file);
  }
  return files;
}
