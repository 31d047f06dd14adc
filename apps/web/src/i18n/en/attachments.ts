export const attachments = {
  "attachments.tooManyPixels":
    "This picture has too many pixels to be opened on most devices. Make it smaller, or send it in a ZIP file.",
} as const;
