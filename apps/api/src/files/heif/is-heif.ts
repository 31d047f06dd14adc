const types = new Set(["heic", "heif", "heic-sequence", "heif-sequence"].map((it) => `image/${it}`));

/** What phones of one maker take pictures in; few browsers can draw it. */
export const isHeif = (mime: string): boolean => types.has(mime);
