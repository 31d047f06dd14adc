import type { formatting as en } from "../en/formatting.ts";

export const formatting = {
  "formatting.everyone": "mọi người",
  "formatting.showSpoiler": "Văn bản ẩn. Hiện ra",
  "formatting.code": "Mã",
  "formatting.wrap": "Xuống dòng",
  "formatting.copyCode": "Sao chép",
} satisfies Record<keyof typeof en, unknown>;
