import { type KeptRecordings, keepRecordings } from "../recordings/keep-recordings.ts";
import { useWorld } from "./sync-context.ts";

/** What this person speaks and has not sent yet, kept on this device. */
export const createRecordings = (): KeptRecordings => keepRecordings(useWorld());
