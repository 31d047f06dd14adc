import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { freePort } from "../e2e/support/free-port.ts";
import { runInFront, stopAll } from "./children.ts";
import { root } from "./workspace.ts";

const roomsPort = await freePort();
const apiPort = await freePort();
const roomsSecret = randomBytes(32).toString("base64url");

/** The rooms by PartyKit's own command, which rebuilds them on every change. Its flags keep it from calling home. */
function serveRooms(): Promise<number> {
  const flags = [
    "--no-hotkeys",
    "--disable-request-cf-fetch",
    "--persist",
    "false",
    "--var",
    `PARLEY_ROOM_SECRET=${roomsSecret}`,
  ];
  return runInFront(bin("apps/party", "partykit"), ["dev", "--port", String(roomsPort), ...flags], {
    cwd: join(root, "apps/party"),
    env: { CI: "1", NO_UPDATE_NOTIFIER: "1" },
  });
}

/** The API, started anew whenever one of its files changes. Takes --demo and --data. */
function serveApi(): Promise<number> {
  const main = join(root, "apps/api/src/main.ts");
  return runInFront(
    process.execPath,
    ["--watch", "--watch-preserve-output", main, "--port", String(apiPort), ...process.argv.slice(2)],
    {
      cwd: root,
      env: { PARTY_URL: `http://127.0.0.1:${roomsPort}`, PARTY_SECRET: roomsSecret },
    },
  );
}

/** The web app with hot reload; whatever is not its own goes to the API. This is the address to open. */
function serveWeb(): Promise<number> {
  return runInFront(bin("apps/web", "vite"), ["--port", process.env["PORT"] ?? "3000", "--clearScreen", "false"], {
    cwd: join(root, "apps/web"),
    env: { PARLEY_API: `http://localhost:${apiPort}` },
  });
}

function bin(folder: string, name: string): string {
  return join(root, folder, "node_modules/.bin", name);
}

let wasAsked = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => (wasAsked = true));

console.log("Starting the rooms, the API and the web app; open the address that vite prints.");
process.exitCode = await Promise.race([serveRooms(), serveApi(), serveWeb()]);
if (!wasAsked) console.error("One of them ended, so the others are stopped.");
await stopAll();
