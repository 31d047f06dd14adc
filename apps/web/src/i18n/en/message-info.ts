/** Whom a message has reached, and when. */
export const messageInfo = {
  "messages.sentAt": "Sent {when}",
  "messages.readBy": "Read by",
  "messages.deliveredTo": "Delivered to",
  "messages.noOneYet": "Nobody has received it yet.",
  "messages.infoThread": "Who has read a reply in a thread is not told.",
  "messages.infoNoneFound": "Nobody by that name.",
} as const;
