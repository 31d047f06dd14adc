/** How Parley looks on this device. Kept in localStorage for the first paint (public/theme.js) and in the account for the person's other devices. */
export const appearanceChoices = {
  theme: ["system", "light", "dark"],
  contrast: ["system", "standard", "more"],
  accent: ["lagoon", "cobalt", "iris", "plum", "rose", "ember", "fern", "graphite"],
  density: ["comfortable", "compact"],
  msg: ["sm", "md", "lg", "xl"],
  motion: ["system", "reduced", "full"],
} as const;

export type Appearance = { [Name in keyof typeof appearanceChoices]: (typeof appearanceChoices)[Name][number] };

export const appearanceKey = "appearance";
const storageKey = "parley.appearance";

export const standardAppearance: Appearance = {
  theme: "system",
  contrast: "system",
  accent: "lagoon",
  density: "comfortable",
  msg: "md",
  motion: "system",
};

/** Whatever was kept, with what is unknown or missing replaced by the standard. */
export function appearanceFrom(value: unknown): Appearance {
  const kept: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const { theme, contrast, accent, density, msg, motion } = appearanceChoices;
  return {
    theme: oneOf(theme, kept["theme"], standardAppearance.theme),
    contrast: oneOf(contrast, kept["contrast"], standardAppearance.contrast),
    accent: oneOf(accent, kept["accent"], standardAppearance.accent),
    density: oneOf(density, kept["density"], standardAppearance.density),
    msg: oneOf(msg, kept["msg"], standardAppearance.msg),
    motion: oneOf(motion, kept["motion"], standardAppearance.motion),
  };
}

export function storedAppearance(storage: Pick<Storage, "getItem">): Appearance {
  try {
    return appearanceFrom(JSON.parse(storage.getItem(storageKey) ?? "null"));
  } catch {
    return standardAppearance;
  }
}

/** Shows it at once and keeps it for the next start. */
export function wearAppearance(appearance: Appearance, page: HTMLElement, storage: Pick<Storage, "setItem">): void {
  for (const [name, value] of Object.entries(appearance)) {
    if (value === "system") delete page.dataset[name];
    else page.dataset[name] = value;
  }
  storage.setItem(storageKey, JSON.stringify(appearance));
}

function oneOf<Choice extends string>(choices: readonly Choice[], value: unknown, standard: Choice): Choice {
  return choices.find((choice) => choice === value) ?? standard;
}
