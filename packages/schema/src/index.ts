export * from "./changes.ts";
export * from "./errors.ts";
export * from "./ids.ts";
export * as inputs from "./inputs.ts";
export * from "./limits.ts";
export * from "./room-messages.ts";
export * from "./rows.ts";
export * from "./text.ts";
export * from "./usernames.ts";
