import { defineConfig } from "vite";
import solid from "vite-plugin-solid";

// The gallery: `vite` in this folder, then /gallery/index.html.
export default defineConfig({ plugins: [solid()], server: { open: false } });
