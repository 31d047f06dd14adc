import { readConfig } from "../apps/api/src/config.ts";
import { migrate, openDb, renewEpoch } from "../packages/db/src/index.ts";

/** After a backup was put back as files: devices that are ahead of it then notice, and come back in step. */
const { databaseUrl } = readConfig(process.env, process.argv.slice(2));
const database = await openDb(databaseUrl);
await migrate(database.db);
await renewEpoch(database.db);
await database.close();
console.log("Done: every device compares what it holds with the database at its next start.");
