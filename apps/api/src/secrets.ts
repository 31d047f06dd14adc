import { randomBytes } from "node:crypto";
import { mkdir, open, readFile } from "node:fs/promises";
import { join } from "node:path";
import * as v from "valibot";

const shape = v.object({ rooms: v.pipe(v.string(), v.minLength(32)) });

export type Secrets = v.InferOutput<typeof shape>;

/** The installation's secrets, made on the first run and readable by its owner alone. */
export async function readSecrets(dataDir: string): Promise<Secrets> {
  const path = join(dataDir, "secrets.json");
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  await createOnce(path);
  return v.parse(shape, JSON.parse(await readFile(path, "utf8")));
}

async function createOnce(path: string) {
  try {
    const file = await open(path, "wx", 0o600);
    await file.writeFile(JSON.stringify({ rooms: randomBytes(32).toString("base64url") } satisfies Secrets));
    await file.close();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
