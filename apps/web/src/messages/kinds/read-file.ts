/** Asks for a file and reads it as text; nothing when none was chosen. */
export function readFile(accept: string): Promise<{ name: string; text: string } | undefined> {
  return new Promise((resolve) => {
    const input = document.createElement("input");
    input.type = "file";
    input.accept = accept;
    input.addEventListener("cancel", () => resolve(undefined));
    input.addEventListener("change", async () => {
      const file = input.files?.[0];
      resolve(file && { name: file.name, text: await file.text() });
    });
    input.click();
  });
}
