export const formatting = {
  "formatting.everyone": "everyone",
  "formatting.showSpoiler": "Hidden text. Show it",
  "formatting.code": "Code",
  "formatting.wrap": "Wrap",
  "formatting.copyCode": "Copy",
} as const;
