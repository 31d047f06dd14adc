// What startUploads runs.
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import type { Load } from "./upload-load.ts";
import { createFileClient } from "./uploads.ts";

const [{ port, people, atOnce, bytes }] = (await once(process, "message")) as [Load];
const file = randomBytes(bytes);
const client = createFileClient(port);
const over = new AbortController();
let finished = 0;
process.once("message", () => over.abort());

async function uploadAll(place: number): Promise<void> {
  const person = people[place % people.length];
  if (!person) return;
  while (!over.signal.aborted) {
    await client.upload(person, file);
    if (!over.signal.aborted) finished++;
  }
}

await Promise.all(Array.from({ length: atOnce }, (_, place) => uploadAll(place)));
client.close();
process.send?.(finished, () => process.disconnect());
