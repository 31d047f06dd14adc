import { existsSync } from "node:fs";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** The machine's ffmpeg, which makes no film before `go`: on a quick machine nobody would see one wait. */
export async function makeWaitingFfmpeg() {
  const folder = await mkdtemp(join(tmpdir(), "parley-ffmpeg-"));
  const path = join(folder, "ffmpeg");
  const sign = join(folder, "go");
  const waiting = `case "$*" in *faststart*) while [ ! -e '${sign}' ]; do sleep 0.1; done;; esac`;
  await writeFile(path, `#!/bin/sh\n${waiting}\nexec '${found("ffmpeg")}' "$@"\n`, { mode: 0o700 });
  await symlink(found("ffprobe"), join(folder, "ffprobe"));
  return { path, go: () => writeFile(sign, ""), remove: () => rm(folder, { recursive: true, force: true }) };
}

function found(program: string): string {
  const paths = (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, program));
  const path = paths.find((it) => existsSync(it));
  if (!path) throw new Error(`The tests of films need ${program}.`);
  return path;
}
