// Parley as it runs in production, on the database of the first argument: API and rooms behind one port. Only the rate
// limits are off, since the load comes from very few people who write very much.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readConfig } from "@parley/api/config";
import { startServer } from "@parley/api/server";
import { startRooms } from "@parley/party/runtime";

const dataDir = await mkdtemp(join(tmpdir(), "parley-bench-"));
const secret = crypto.randomUUID() + crypto.randomUUID();
const rooms = await startRooms({ secret });
const config = readConfig({
  PORT: "0",
  DATA_DIR: dataDir,
  DATABASE_URL: process.argv[2],
  PARTY_URL: rooms.url,
  PARTY_SECRET: secret,
  LOG_LEVEL: "error",
});
const server = await startServer(config, { limits: "off" });
console.log(`ready ${server.port}`);

process.once("SIGTERM", async () => {
  await server.close();
  await rooms.close();
  await rm(dataDir, { recursive: true, force: true });
  process.exit(0);
});
