import { limits } from "@parley/schema";
import type { Plugin } from "vite";

/** Puts the numbers in the place of their names: whoever needs one limit does not load them all. */
export function inlineLimits(): Plugin {
  return {
    name: "inline-limits",
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || !code.includes("limits.")) return null;
      const inlined = code.replace(/\blimits\.(\w+)(?:\.(\w+))?\b/g, (asWritten, first, second) => {
        const value: unknown = limits[first as keyof typeof limits];
        if (typeof value === "number" && !second) return String(value);
        const inner = second && (value as Record<string, unknown> | undefined)?.[second];
        return typeof inner === "number" ? String(inner) : asWritten;
      });
      return { code: inlined, map: null };
    },
  };
}
