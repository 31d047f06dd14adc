export const attachments = {
  "attachments.tooManyPixels": "في هذه الصورة وحدات بكسل أكثر مما تفتحه معظم الأجهزة. صغّرها، أو أرسلها في ملف ZIP.",
};
