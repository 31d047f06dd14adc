import type { AttachmentInput } from "@parley/schema";

/** What a kind of file says of itself, beside its name. */
export type Details = Omit<AttachmentInput, "fileId" | "name" | "as">;
