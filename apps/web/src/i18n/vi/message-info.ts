/** Whom a message has reached, and when. */
export const messageInfo = {
  "messages.sentAt": "Đã gửi {when}",
  "messages.readBy": "Đã đọc",
  "messages.deliveredTo": "Đã nhận",
  "messages.noOneYet": "Chưa ai nhận được.",
  "messages.infoThread": "Không cho biết ai đã đọc câu trả lời trong chủ đề.",
  "messages.infoNoneFound": "Không có ai tên như vậy.",
} as const;
