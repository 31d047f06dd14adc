import { migrate } from "../migrate.ts";
import { openDb } from "../open-db.ts";

// A program of its own: writes rows and tells each one once it is kept, until somebody ends it.

const { db } = await openDb(process.argv[2] ?? "");
await migrate(db);
for (let number = 1; ; number++) {
  const key = `${process.argv[3]}-${number}`;
  await db
    .transaction()
    .execute((tx) => tx.insertInto("rate_limits").values({ key, tokens: 1, updated_at: new Date() }).execute());
  console.log(key);
}
