import type { demoCast } from "@parley/db/seeds";
import type { Looks } from "./portrait.ts";

/** How the demo's people look. */
export const looks: Record<keyof typeof demoCast, Looks> = {
  elin: { background: "#cfe6ee", skin: "#f3cfb3", hair: "#d9b25f", shirt: "#0e6f8a", style: "bob" },
  jonas: {
    background: "#f3dcc6",
    skin: "#efc3a4",
    hair: "#8a5a33",
    shirt: "#35424f",
    style: "short",
    beard: true,
    glasses: true,
  },
  leila: { background: "#f6d7d5", skin: "#d9a078", hair: "#2b1a16", shirt: "#b5473c", style: "curls" },
  nour: { background: "#dcebdc", skin: "#e0b08c", hair: "#3f7f6b", shirt: "#2b5b4d", style: "scarf" },
  priya: { background: "#efe0f3", skin: "#b57a50", hair: "#1d1516", shirt: "#7a3d8f", style: "long" },
  mateo: { background: "#fbe7b8", skin: "#dba67c", hair: "#2f211b", shirt: "#d5812b", style: "short" },
  misaki: { background: "#dfe3f5", skin: "#f2cfae", hair: "#17171c", shirt: "#4d5bb0", style: "bob", glasses: true },
  amara: { background: "#fbd9b4", skin: "#6d452d", hair: "#17110f", shirt: "#e39a22", style: "bun" },
  tomasz: { background: "#d9dde2", skin: "#efc9ad", hair: "#b8845a", shirt: "#50606f", style: "bald", beard: true },
  kwame: { background: "#d3ecdf", skin: "#553522", hair: "#120d0b", shirt: "#2a7a5a", style: "short", glasses: true },
  lan: { background: "#fde2ea", skin: "#f0c79f", hair: "#1a1416", shirt: "#c9486f", style: "long" },
};
