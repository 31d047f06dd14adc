import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    name: "e2e",
    include: ["**/*.test.ts"],
    globalSetup: "./support/prepare.ts",
    testTimeout: 240_000,
    hookTimeout: 120_000,
    // What axe finds is said whole.
    chaiConfig: { truncateThreshold: 0 },
    // What is awaited may take its time on a machine that does much else.
    expect: { poll: { timeout: 60_000 } },
  },
});
