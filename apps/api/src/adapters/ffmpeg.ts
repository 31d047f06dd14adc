import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/** A film on this machine, and as what it is read: what it says of itself must not open other files. */
export type Film = { path: string; format: string };

/** What makes films ready to be played; a program of the machine's own. */
export type Ffmpeg = {
  /** What is in it, as the program says it; null when that takes too long or cannot be read. */
  ask(film: Film, what: string): Promise<unknown>;
  /** A PNG of what is to be seen at that time. */
  draw(film: Film, at: { seconds: number; longestSide: number }): Promise<Buffer | null>;
  /** Whether it has written that file; in an hour at most, and only while nobody else needs the machine. */
  write(film: Film, how: string[], to: string): Promise<boolean>;
  /** Kills all that is under way. */
  close(): void;
};

const programs = ["ffmpeg", "ffprobe"] as const;
/** Somebody waits for a look at it. */
const aLook = { patienceMs: 20_000, niceness: 0 };
const aWhile = { patienceMs: 3_600_000, niceness: 15 };
const mostPixels = 40_000_000;
const mostAnswer = 32_000_000;
/** Of memory in KB, of what is written in blocks of 512 bytes, of seconds on a processor: kept by the system, also if we are gone. */
const limits = "ulimit -v 4000000 2>/dev/null; ulimit -f 4000000; ulimit -t 7200";
const careful = ["-nostdin", "-hide_banner", "-loglevel", "error"];

/** Finds ffmpeg, with ffprobe beside it. One that was named must be there; one that was not is done without. */
export function findFfmpeg(wanted: string | null): Ffmpeg | null {
  if (!wanted) return null;
  const isNamed = /[\\/]/.test(wanted);
  const folders = isNamed ? [dirname(wanted)] : (process.env["PATH"] ?? "").split(delimiter);
  const folder = folders.find((it) => programs.every((program) => isThere(join(it, program))));
  if (folder !== undefined) return openFfmpeg(folder);
  if (isNamed) throw new Error(`FFMPEG is ${wanted}, but ffmpeg and ffprobe are not both there.`);
  return null;
}

function openFfmpeg(folder: string): Ffmpeg {
  const closing = new AbortController();
  const input = ({ path, format }: Film) => ["-protocol_whitelist", "file", "-f", format, "-i", path];

  /** What it says when it ends well; null when it does not. Throws when we are ending ourselves: that says nothing of the film. */
  function run(
    program: (typeof programs)[number],
    args: string[],
    { patienceMs, niceness }: typeof aLook,
  ): Promise<Buffer | null> {
    const signal = AbortSignal.any([closing.signal, AbortSignal.timeout(patienceMs)]);
    const script = `${limits}; exec nice -n ${niceness} "$0" "$@"`;
    const child = spawn("/bin/sh", ["-c", script, join(folder, program), ...args], {
      ...{ signal, killSignal: "SIGKILL", stdio: ["ignore", "pipe", "ignore"] },
      env: { PATH: process.env["PATH"] },
    });
    const said: Buffer[] = [];
    let size = 0;
    child.stdout?.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > mostAnswer) child.kill("SIGKILL");
      else said.push(chunk);
    });
    return new Promise((resolve, reject) => {
      child.on("error", () => {});
      child.once("close", (code) => {
        if (closing.signal.aborted) reject(new Error("Parley is stopping."));
        else resolve(code === 0 ? Buffer.concat(said) : null);
      });
    });
  }

  return {
    async ask(film, what) {
      const said = await run("ffprobe", ["-v", "error", "-of", "json", "-show_entries", what, ...input(film)], aLook);
      try {
        return said && JSON.parse(said.toString("utf8"));
      } catch {
        return null;
      }
    },
    async draw(film, { seconds, longestSide }) {
      const scale = `scale=w='min(${longestSide},iw)':h='min(${longestSide},ih)':force_original_aspect_ratio=decrease`;
      const sought = [...careful, "-max_pixels", `${mostPixels}`, "-ss", `${seconds}`, ...input(film)];
      const said = await run(
        "ffmpeg",
        [...sought, "-an", "-sn", "-frames:v", "1", "-vf", scale, "-f", "image2pipe", "-c:v", "png", "pipe:1"],
        aLook,
      );
      return said && said.length > 0 ? said : null;
    },
    async write(film, how, to) {
      const args = [...careful, "-y", "-max_pixels", `${mostPixels}`, ...input(film), ...how, to];
      return (await run("ffmpeg", args, aWhile)) !== null;
    },
    close: () => closing.abort(),
  };
}

function isThere(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
