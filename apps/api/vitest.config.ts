import { defineConfig } from "vitest/config";

// Every file starts an app of its own; loading and compiling what it is made of once for all of them is half of the time.
// Starting a database takes a second on an idle machine, and many on a busy one.
export default defineConfig({ test: { hookTimeout: 60_000, testTimeout: 60_000, maxWorkers: 2, isolate: false } });
