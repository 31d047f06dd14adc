/** Asks for files; none when the person thinks better of it. With `camera` it is taken now, where there is one. */
export function pickFiles(accept: string, hasCamera = false): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.multiple = !hasCamera;
    if (hasCamera) input.setAttribute("capture", "environment");
    input.addEventListener("cancel", () => resolve([]));
    input.addEventListener("change", () => resolve([...(input.files ?? [])]));
    input.click();
  });
}
