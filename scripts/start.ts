import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildWeb } from "./build-web.ts";
import { root } from "./workspace.ts";

await buildWeb();
// In this very process: one Node process serves everything, and Ctrl-C reaches it directly. It reads --demo, --port and --data.
await import(pathToFileURL(join(root, "apps/api/src/main.ts")).href);
