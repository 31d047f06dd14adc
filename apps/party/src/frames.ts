import { type CloseCode, closeCodes, type DeviceMessage, deviceMessage, limits } from "@parley/schema";
import * as v from "valibot";

export type Frame = string | ArrayBuffer | ArrayBufferView;

/** What a device said, or the code to close it with. */
export function readFrame(frame: Frame): DeviceMessage | CloseCode {
  if (sizeOf(frame) > limits.socketFrameBytes) return closeCodes.tooLarge;
  if (typeof frame !== "string") return closeCodes.badFrame;
  const message = v.safeParse(deviceMessage, parseJson(frame));
  return message.success ? message.output : closeCodes.badFrame;
}

/** The value of a JSON text; undefined when it is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function sizeOf(frame: Frame): number {
  if (typeof frame !== "string") return frame.byteLength;
  return frame.length * 3 <= limits.socketFrameBytes ? frame.length : new TextEncoder().encode(frame).byteLength;
}
