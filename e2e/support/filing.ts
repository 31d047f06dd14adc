import { createHash, randomBytes } from "node:crypto";
import type { Locator, Page } from "playwright-core";
import sharp from "sharp";

export type Given = { name: string; mimeType: string; buffer: Buffer };
/** Which bytes arrived under which name. */
export type Arrived = { name: string; sha256: string }[];

/** A picture of one colour with noise in it, so that it has some bytes. */
export async function picture(name: string, colour: string): Promise<Given> {
  const buffer = await sharp({
    create: {
      width: 640,
      height: 480,
      channels: 3,
      background: colour,
      noise: { type: "gaussian", mean: 128, sigma: 20 },
    },
  })
    .jpeg()
    .toBuffer();
  return { name, mimeType: "image/jpeg", buffer };
}

/** A file of which no byte can be guessed. */
export const randomFile = (name: string, bytes: number): Given => ({
  name,
  mimeType: "application/octet-stream",
  buffer: randomBytes(bytes),
});

export const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

/** Chooses files from the menu beside the field. */
export async function choose(page: Page, entry: "Photo or video" | "File", files: Given[]): Promise<void> {
  await page.getByRole("button", { name: "Add to the message" }).click();
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("menuitem", { name: entry }).click();
  await (await chooser).setFiles(files);
  for (const { name } of files)
    await tray(page)
      .getByRole("button", { name: `Remove ${name}` })
      .waitFor();
}

export const tray = (page: Page): Locator => page.getByRole("region", { name: "Files for this message" });

/** Lets so many bytes a second leave this page; the worker that goes on without it is not slowed. */
export async function slowLine(page: Page, uploadThroughput: number): Promise<() => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  const at = (throughput: number) =>
    session.send("Network.emulateNetworkConditions", {
      offline: false,
      latency: 0,
      downloadThroughput: -1,
      uploadThroughput: throughput,
    });
  await session.send("Network.enable");
  await at(uploadThroughput);
  return async () => void (await at(-1));
}

/** Fetches every file on the messages this device has, as a person would download them. */
export function filesOf(page: Page): Promise<Arrived> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    type Held = { id: string; attachments?: { fileId: string; name: string }[] };
    const name = (await indexedDB.databases()).find((it) => /^parley:[0-9a-f-]{36}$/.test(it.name ?? ""))?.name;
    const db = await asked(indexedDB.open(name!));
    const messages = (await asked(db.transaction("messages").objectStore("messages").getAll())) as Held[];
    db.close();
    const answer = await fetch("/trpc/files.ticket?input={}");
    const { ticket } = ((await answer.json()) as { result: { data: { ticket: string } } }).result.data;
    const arrived: { name: string; sha256: string }[] = [];
    for (const message of messages) {
      for (const file of message.attachments ?? []) {
        const path = `/files/attachments/${message.id}/${file.fileId}/download?ticket=${ticket}`;
        const got = await fetch(path);
        const hash = await crypto.subtle.digest("SHA-256", await got.arrayBuffer());
        const hex = Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
        arrived.push({ name: file.name, sha256: got.ok ? hex : String(got.status) });
      }
    }
    return arrived;
  });
}

/** Drags a file from outside over the messages, or drops it there. */
export function drag(page: Page, kind: "dragover" | "drop", name: string): Promise<void> {
  return page.getByRole("log").evaluate(
    (log, [type, file]) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([`in ${file}`], file));
      log.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [kind, name] as const,
  );
}

/** Pastes a copied file into the field. */
export function paste(page: Page, name: string): Promise<void> {
  return page.getByRole("textbox", { name: /^Message to / }).evaluate((field, file) => {
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([`in ${file}`], file));
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, name);
}

/** What the system does when another app shares a file with Parley. */
export function shareFromElsewhere(page: Page, name: string): Promise<void> {
  return page.evaluate((file) => {
    const form = document.createElement("form");
    Object.assign(form, { method: "POST", action: "/share", enctype: "multipart/form-data", hidden: true });
    const input = document.createElement("input");
    Object.assign(input, { type: "file", name: "files" });
    const given = new DataTransfer();
    given.items.add(new File([`in ${file}`], file));
    input.files = given.files;
    form.append(input);
    document.body.append(form);
    form.submit();
  }, name);
}

/** What this device keeps of its trays as it was chosen. */
export const chosenOn = (page: Page): Promise<{ isOriginal: boolean; isDrafted: boolean }[]> =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map((it) => it.name ?? "");
    const asked = indexedDB.open(names.find((it) => /^parley:[0-9a-f-]{36}$/.test(it))!);
    await new Promise((resolve) => asked.addEventListener("success", resolve));
    const all = asked.result.transaction("chosen").objectStore("chosen").getAll();
    await new Promise((resolve) => all.addEventListener("success", resolve));
    asked.result.close();
    return all.result.map(({ isOriginal, isDrafted }) => ({ isOriginal, isDrafted }));
  });
