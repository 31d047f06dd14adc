export const threads = {
  "threads.place": "Threads",
  "threads.replyInThread": "Reply in thread",
  "threads.replies": { one: "{count} reply", other: "{count} replies" },
  "threads.fromThread": "From a thread",
  "threads.unread": { one: "{count} new reply", other: "{count} new replies" },
  "threads.openUnread": { one: "Threads, {count} with new replies", other: "Threads, {count} with new replies" },
  "threads.lastReply": "Last reply {when}",
} as const;
