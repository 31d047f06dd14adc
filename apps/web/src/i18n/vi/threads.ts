export const threads = {
  "threads.place": "Chuỗi trả lời",
  "threads.replyInThread": "Trả lời trong chuỗi",
  "threads.replies": { other: "{count} câu trả lời" },
  "threads.fromThread": "Từ một chuỗi trả lời",
  "threads.unread": { other: "{count} câu trả lời mới" },
  "threads.openUnread": { other: "Chuỗi trả lời, {count} chuỗi có câu mới" },
  "threads.lastReply": "Trả lời gần nhất {when}",
} as const;
