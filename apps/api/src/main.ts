import { readConfig } from "./config.ts";
import { startServer } from "./server.ts";

try {
  const server = await startServer(readConfig(process.env, process.argv.slice(2)));
  console.log(`Parley is at ${server.url}`);

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, async () => {
      await server.close();
      process.exit(0);
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
