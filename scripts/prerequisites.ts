import { existsSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { chromiumPath, shellPath } from "../e2e/support/chromium-path.ts";
import { run } from "./children.ts";

/** What the whole test needs from the machine; brings it with apt-get where we may, and otherwise says in one sentence what to install. */
export async function bringPrerequisites(): Promise<void> {
  const missing = [
    ...(chromiumPath() ? [] : ["chromium"]),
    ...(hasPostgres() ? [] : ["postgresql"]),
    ...(isOnPath("ffmpeg") && isOnPath("ffprobe") ? [] : ["ffmpeg"]),
  ];
  const mayInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (missing.length > 0) await install(missing, mayInstall);
  // Saves a quarter of the time; not every distribution has it, and Chromium does as well.
  if (mayInstall && !shellPath()) await run("apt-get", ["-q", "install", "-y", "chromium-headless-shell"]);
}

async function install(missing: string[], mayInstall: boolean): Promise<void> {
  if (!mayInstall)
    throw new Error(
      `The tests with browsers, databases and films need ${missing.join(" and ")}: ${howToInstall(missing)}`,
    );

  console.log(`Installing ${missing.join(" and ")} with apt-get …`);
  if (missing.includes("postgresql")) await refuseOwnCluster();
  await apt(["update"]);
  await apt(["install", "-y", "--no-install-recommends", ...missing]);
}

const isOnPath = (program: string): boolean =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

function hasPostgres(): boolean {
  const versions = existsSync("/usr/lib/postgresql") ? readdirSync("/usr/lib/postgresql") : [];
  const folders = [
    ...versions.map((it) => `/usr/lib/postgresql/${it}/bin`),
    "/opt/homebrew/bin",
    ...(process.env.PATH ?? "").split(delimiter),
  ];
  return folders.some((folder) => existsSync(join(folder, "initdb")));
}

/** The tests start clusters of their own: Debian's package must not start one as well. */
async function refuseOwnCluster(): Promise<void> {
  const folder = "/etc/postgresql-common";
  if (existsSync(join(folder, "createcluster.conf"))) return;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "createcluster.conf"), "create_main_cluster = false\n");
}

async function apt(args: string[]): Promise<void> {
  const { code, output } = await run("apt-get", ["-q", ...args], { env: { DEBIAN_FRONTEND: "noninteractive" } });
  if (code !== 0) throw new Error(`apt-get ${args[0]} failed:\n${output.trim().split("\n").slice(-12).join("\n")}`);
}

const onMac: Record<string, string> = { postgresql: "postgresql@17", chromium: "--cask chromium" };

function howToInstall(missing: string[]): string {
  if (process.platform === "darwin") return `brew install ${missing.map((it) => onMac[it] ?? it).join(" ")}`;
  return `sudo apt-get install ${missing.join(" ")}`;
}
