// From a bare Node 20 and npm to a running Parley: brings the pinned pnpm and Node 24, then hands over to scripts/<command>.ts.
// Plain JavaScript without dependencies, because nothing is installed yet when it runs.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const pnpm = "pnpm@12.21.0";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stampFile = join(root, "node_modules", ".parley-installed");
const isWindows = process.platform === "win32";

const [command = "start", ...args] = process.argv.slice(2);

try {
  requireNode();
  requireCommand(command);
  if (!isInstalled()) await install();
  process.exitCode = await handOver(command, args);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

function requireNode() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < 20) {
    throw new Error(
      `Parley needs Node 20 or newer to start; this is ${process.version}. Get it from https://nodejs.org.`,
    );
  }
}

function requireCommand(name) {
  if (!existsSync(join(root, "scripts", `${name}.ts`))) throw new Error(`There is no command "${name}".`);
}

function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === installStamp();
}

/** Changes whenever an install would bring something else. */
function installStamp() {
  const hash = createHash("sha256").update(`${process.platform} ${process.arch}\n`);
  for (const file of ["pnpm-lock.yaml", "pnpm-workspace.yaml", ...manifests()]) {
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest("hex");
}

function manifests() {
  const parents = ["apps", "packages"].flatMap((parent) =>
    readdirSync(join(root, parent))
      .sort()
      .map((name) => `${parent}/${name}`),
  );
  return ["", ...parents, "bench", "e2e"]
    .map((folder) => join(folder, "package.json"))
    .filter((file) => existsSync(join(root, file)));
}

async function install() {
  const isFirst = !existsSync(join(root, "node_modules"));
  console.log(
    isFirst
      ? "Installing what Parley needs (the first time takes a minute or two) …"
      : "Bringing dependencies up to date …",
  );

  const arguments_ = ["-y", pnpm, "install", "--frozen-lockfile", "--reporter=append-only"];
  const { code, output } = await runQuietly(isWindows ? "npx.cmd" : "npx", arguments_);
  if (code !== 0) throw new Error(`${output.trim().split("\n").slice(-25).join("\n")}\n\n${whyInstallFailed(output)}`);
  writeFileSync(stampFile, installStamp());
}

function whyInstallFailed(output) {
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ENETUNREACH|ERR_SOCKET_TIMEOUT/.test(output)) {
    return "The package registry cannot be reached: check the network connection and run the command again.";
  }
  if (/ENOSPC/.test(output)) return "The disk is full: Parley needs about 1.5 GB for its dependencies.";
  if (/EACCES|EPERM/.test(output))
    return `This user may not write to ${root}: run the command as the owner of the folder.`;
  if (/OUTDATED_LOCKFILE/.test(output)) {
    return `pnpm-lock.yaml does not match the package.json files: run "npx -y ${pnpm} install" and commit the result.`;
  }
  return "The dependencies could not be installed; the lines above say why.";
}

function runQuietly(file, arguments_) {
  return new Promise((resolve, reject) => {
    // CI: pnpm must not stop to ask before it replaces node_modules.
    const child = spawn(file, arguments_, {
      cwd: root,
      env: { ...process.env, CI: "1" },
      stdio: ["ignore", "pipe", "pipe"],
      shell: isWindows,
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", () =>
      reject(new Error("npx was not found: install npm together with Node, then run the command again.")),
    );
    child.on("close", (code) => resolve({ code, output }));
  });
}

/** Runs the command on Node 24 and lives exactly as long as it does. */
function handOver(name, rest) {
  const node = join(root, "node_modules", ".bin", isWindows ? "node.cmd" : "node");
  const environment = { ...process.env, PATH: `${dirname(node)}${isWindows ? ";" : ":"}${process.env.PATH}` };
  const child = spawn(node, [join(root, "scripts", `${name}.ts`), ...rest], {
    cwd: root,
    env: environment,
    stdio: "inherit",
    shell: isWindows,
  });

  // A terminal sends Ctrl-C to every process itself; passing it on would make it two.
  process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
  process.on("SIGTERM", () => child.kill("SIGTERM"));
  process.on("SIGHUP", () => child.kill("SIGHUP"));

  return new Promise((resolve, reject) => {
    child.on("error", (error) => reject(new Error(`Node 24 could not be started: ${error.message}`)));
    child.on("close", (code, signal) => resolve(code ?? (signal === "SIGINT" ? 130 : 143)));
  });
}
