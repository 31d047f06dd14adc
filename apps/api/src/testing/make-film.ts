import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A film of two seconds with a tone, made by the machine's ffmpeg: `how` says in which codecs, the name's ending in which container. */
export function makeFilm(name: string, ...how: string[]): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "parley-make-"));
  const to = join(folder, name);
  const sources = ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10", "-f", "lavfi", "-i", "sine=frequency=440"];
  const made = spawnSync("ffmpeg", ["-v", "error", ...sources, "-t", "2", ...how, to], { encoding: "utf8" });
  if (made.status !== 0) throw new Error(`ffmpeg made no film: ${made.error?.message ?? made.stderr}`);
  const film = readFileSync(to);
  rmSync(folder, { recursive: true });
  return film;
}
