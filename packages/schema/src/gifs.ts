export const gifLanguages = ["en", "vi", "ar"] as const;
export type GifLanguage = (typeof gifLanguages)[number];

/** A moving picture that can be sent; its bytes are at `gifPath`. */
export type Gif = { id: string; title: string; width: number; height: number };

export const gifPath = (id: string): string => `/files/gifs/${id}`;
