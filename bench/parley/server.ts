// Parley as it runs in production, on the database of the first argument: API and rooms behind one port. Only the rate
// limits are off, since the load comes from very few people who write very much.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "@parley/api/server";
import { startRooms } from "@parley/party/runtime";

const dataDir = await mkdtemp(join(tmpdir(), "parley-bench-"));
const secret = crypto.randomUUID() + crypto.randomUUID();
const rooms = await startRooms({ secret });
const server = await startServer(
  {
    port: 0,
    host: "127.0.0.1",
    dataDir,
    databaseUrl: process.argv[2] ?? "",
    publicUrl: null,
    smtpUrl: null,
    mailFrom: "Parley <parley@localhost>",
    party: { url: rooms.url, secret },
    metricsToken: null,
    isDemo: false,
    trustsProxy: false,
    sharesLimits: false,
    hintsOnly: false,
    logLevel: "error",
  },
  { limits: "off" },
);
console.log(`ready ${server.port}`);

process.once("SIGTERM", async () => {
  await server.close();
  await rooms.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
