export const attachments = {
  "attachments.tooManyPixels":
    "Ảnh này có quá nhiều điểm ảnh nên đa số thiết bị không mở được. Hãy thu nhỏ ảnh, hoặc gửi trong tệp ZIP.",
};
