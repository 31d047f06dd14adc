import { defineConfig } from "vitest/config";

// Starting a database takes a second on an idle machine, and many on a busy one.
export default defineConfig({ test: { hookTimeout: 60_000, testTimeout: 60_000, maxWorkers: 2 } });
