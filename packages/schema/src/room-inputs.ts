import * as v from "valibot";
import { messageId } from "./id-inputs.ts";

/** Device → room. Everything else goes through the API. */
export const deviceMessage = v.variant("t", [
  v.strictObject({ t: v.literal("typing"), isTyping: v.boolean(), threadId: v.optional(messageId) }),
  v.strictObject({ t: v.literal("ticket"), ticket: v.pipe(v.string(), v.maxLength(2_048)) }),
  v.strictObject({ t: v.literal("ping"), echo: v.optional(v.pipe(v.string(), v.maxLength(64))) }),
]);
export type DeviceMessage = v.InferOutput<typeof deviceMessage>;
