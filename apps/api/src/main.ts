import { readConfig } from "./config.ts";
import { startServer } from "./server.ts";

try {
  const config = readConfig(process.env, process.argv.slice(2));
  const server = await startServer(config);
  console.log(`Parley is at ${server.url}`);
  if (config.isDemo)
    console.log("This is the demo: open that page and choose who to be. Elin Sørensen knows everyone.");

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
