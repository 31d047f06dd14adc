import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { bundleRooms } from "./bundle.ts";

/**
 * Writes `rooms.js` for an edge deployment (`deploy/wrangler.toml`: `main = "…/apps/party/dist/rooms.js"`,
 * `no_bundle = true`). Durable Object bindings: PARTYKIT_DURABLE → PartyKitDurable, conversation → conversationDO,
 * user → userDO, all three in `new_sqlite_classes`. Its secret is `pkvar-PARLEY_ROOM_SECRET`.
 */
export async function writeEdgeBundle(folder = join(import.meta.dirname, "../../dist")): Promise<string> {
  const file = join(folder, "rooms.js");
  await mkdir(folder, { recursive: true });
  await writeFile(file, await bundleRooms());
  return file;
}

if (import.meta.main) process.stdout.write(`${await writeEdgeBundle()}\n`);
