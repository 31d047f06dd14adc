const browsers = [
  ["Edge", /Edg\//],
  ["Firefox", /Firefox\//],
  ["Chrome", /(?:Chrome|CriOS)\//],
  ["Safari", /Safari\//],
] as const;
const systems = [
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Android", /Android/],
  ["Mac", /Macintosh/],
  ["Windows", /Windows/],
  ["Linux", /Linux/],
] as const;

/** A name for the passkey made here, which the person can change: "Firefox, Linux". */
export function deviceName(userAgent: string): string {
  const first = (names: readonly (readonly [string, RegExp])[]) =>
    names.find(([, pattern]) => pattern.test(userAgent))?.[0];
  return [first(browsers), first(systems)].filter(Boolean).join(", ");
}
