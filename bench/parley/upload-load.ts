import { fork } from "node:child_process";
import { once } from "node:events";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";
import type { Person } from "./populate.ts";

export type Load = { port: number; people: Person[]; atOnce: number; bytes: number };

/**
 * Uploads one file after the other, so many at once, until told to end; answers with how many were finished. From a
 * process of its own that has what the others leave of the machine: who uploads has another one.
 */
export function startUploads(load: Load): { end(): Promise<number> } {
  const child = fork(fileURLToPath(new URL("./upload-program.ts", import.meta.url)));
  setPriority(child.pid ?? 0, constants.priority.PRIORITY_LOW);
  child.send(load);
  return {
    async end() {
      child.send("end");
      const [finished] = (await once(child, "message")) as [number];
      return finished;
    },
  };
}
