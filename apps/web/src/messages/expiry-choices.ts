const hour = 3_600;
const day = 24 * hour;

/** How long a message can be set to live, in seconds. */
export const expiryChoices = [hour, day, 7 * day, 30 * day, 90 * day, 365 * day] as [number, ...number[]];
