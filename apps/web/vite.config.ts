import { defineConfig } from "vite";
import { VitePWA } from "vite-plugin-pwa";
import solid from "vite-plugin-solid";
import { chunks } from "./src/app/chunks.ts";
import { inlineLimits } from "./src/app/inline-limits.ts";
import { manifest } from "./src/app/manifest.ts";

const api = process.env["PARLEY_API"] ?? "http://localhost:3001";

/** As the API sends it with the built app; `vite preview` does too, so that a violation shows early. */
const contentSecurityPolicy = [
  "default-src 'self'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "connect-src 'self' ws: wss:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
].join("; ");

const proxy = {
  "/trpc": api,
  "/files": api,
  "/health": api,
  "/parties": { target: api, ws: true },
};

export default defineConfig({
  plugins: [
    inlineLimits(),
    solid(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/service-worker",
      filename: "service-worker.ts",
      injectRegister: false,
      manifest,
      // The icons are found by the pattern already.
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ["**/*.{js,css,html,svg,txt}"],
        // The art is the sign-in page's alone, and nobody signs in without a network.
        // What draws PDFs is larger than all the rest: whoever opens one fetches it.
        globIgnores: ["art/**", "assets/pdf*"],
        buildPlugins: { vite: [inlineLimits()] },
      },
    }),
  ],
  build: {
    target: ["chrome123", "firefox120", "safari17.5"],
    manifest: true,
    // Inlined assets would need data: URLs, and a sprite cannot be used from one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  server: { proxy },
  preview: { proxy, headers: { "content-security-policy": contentSecurityPolicy } },
});
