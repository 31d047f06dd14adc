import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { mergeConfig } from "vite";
import app from "./vite.config.ts";

const api = createRequire(new URL("../api/package.json", import.meta.url));
const ws = join(dirname(api.resolve("ws")), "wrapper.mjs");

/** Components are tested as a browser would load them, and say so (`@vitest-environment jsdom`); the API that some tests start beside them needs its own `ws`. */
export default mergeConfig(app, { test: { environment: "node", alias: [{ find: /^ws$/, replacement: ws }] } });
