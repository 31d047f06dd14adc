import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildWeb } from "./build-web.ts";
import { bringPrerequisites } from "./prerequisites.ts";
import { root } from "./workspace.ts";

await bringPrerequisites();
await buildWeb();
await import(pathToFileURL(join(root, "bench/main.ts")).href);
