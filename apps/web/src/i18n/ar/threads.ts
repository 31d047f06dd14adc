export const threads = {
  "threads.place": "سلاسل الردود",
  "threads.replyInThread": "رد في سلسلة",
  "threads.replies": {
    zero: "لا ردود",
    one: "رد واحد",
    two: "ردان",
    few: "{count} ردود",
    many: "{count} ردًا",
    other: "{count} رد",
  },
  "threads.fromThread": "من سلسلة ردود",
  "threads.unread": {
    zero: "لا ردود جديدة",
    one: "رد جديد واحد",
    two: "ردان جديدان",
    few: "{count} ردود جديدة",
    many: "{count} ردًا جديدًا",
    other: "{count} رد جديد",
  },
  "threads.openUnread": {
    one: "سلاسل الردود، في واحدة ردود جديدة",
    two: "سلاسل الردود، في اثنتين ردود جديدة",
    few: "سلاسل الردود، في {count} منها ردود جديدة",
    many: "سلاسل الردود، في {count} منها ردود جديدة",
    other: "سلاسل الردود، في {count} منها ردود جديدة",
  },
  "threads.lastReply": "آخر رد {when}",
} as const;
