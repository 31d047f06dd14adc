import { defineConfig } from "vitest/config";

// Real sockets on a machine that may be busy: what is late is not wrong.
export default defineConfig({ test: { testTimeout: 30_000, hookTimeout: 30_000 } });
