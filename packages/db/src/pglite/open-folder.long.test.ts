import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { migrate } from "../migrate.ts";
import { type OpenDb, openDb } from "../open-db.ts";

let home: string;
let folder: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "parley-folder-"));
  folder = join(home, "db");
  await openEpoch();
});
afterAll(() => rm(home, { recursive: true, force: true }));

test("a second Parley on the same folder is refused in one sentence", async () => {
  await withFolder(async () => {
    await expect(openDb(`pglite:${folder}`)).rejects.toThrow(
      /^The database in .* is in use by another Parley: stop that one first/,
    );
  });
});

test("a query that takes long stalls nobody else", async () => {
  await withFolder(async ({ db }) => {
    let longest = 0;
    let last = performance.now();
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const started = performance.now();
    await sql`select count(*) from generate_series(1, 4000000)`.execute(db);
    const took = performance.now() - started;
    clearInterval(clock);

    expect(longest).toBeLessThan(took / 2);
  });
});

test("kill -9 in the middle of writing loses nothing that was acknowledged, and leaves no lock behind", async () => {
  const acknowledged: string[] = [];
  for (const round of ["first", "second", "third"]) acknowledged.push(...(await writeUntilKilled(round, 40)));

  await withFolder(async ({ db }) => {
    const kept = new Set((await db.selectFrom("rate_limits").select("key").execute()).map((row) => row.key));
    expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
  });
});

test("[F34] the same folder keeps its epoch; an older copy put back, or a copy put elsewhere, begins another", async () => {
  const first = await openEpoch();
  expect(await openEpoch()).toBe(first);

  await cp(folder, join(home, "older"), { recursive: true });
  await openEpoch();
  await rm(folder, { recursive: true });
  await rename(join(home, "older"), folder);
  const restored = await openEpoch();
  expect(restored).not.toBe(first);

  const elsewhere = join(home, "elsewhere");
  await cp(folder, elsewhere, { recursive: true });
  await cp(`${folder}.opening`, `${elsewhere}.opening`);
  expect(await openEpoch(elsewhere)).not.toBe(restored);
});

async function withFolder(work: (open: OpenDb) => Promise<void>) {
  const open = await openDb(`pglite:${folder}`);
  try {
    await work(open);
  } finally {
    await open.close();
  }
}

async function openEpoch(at = folder) {
  const { db, close } = await openDb(`pglite:${at}`);
  await migrate(db);
  const { value } = await db
    .selectFrom("installation")
    .select("value")
    .where("name", "=", "epoch")
    .executeTakeFirstOrThrow();
  await close();
  return value;
}

async function writeUntilKilled(round: string, enough: number) {
  const writer = spawn(
    process.execPath,
    [fileURLToPath(new URL("../testing/writer.ts", import.meta.url)), `pglite:${folder}`, round],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(writer, "exit");
  const told: string[] = [];
  for await (const line of createInterface({ input: writer.stdout })) {
    told.push(line);
    if (told.length === enough) writer.kill("SIGKILL");
  }
  await ended;
  return told;
}
