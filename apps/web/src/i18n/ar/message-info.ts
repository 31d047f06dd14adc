/** Whom a message has reached, and when. */
export const messageInfo = {
  "messages.sentAt": "أُرسلت {when}",
  "messages.readBy": "قرأها",
  "messages.deliveredTo": "وصلت إلى",
  "messages.noOneYet": "لم تصل إلى أحد بعد.",
  "messages.infoThread": "لا يُكشف عمّن قرأ ردًّا داخل سلسلة.",
  "messages.infoNoneFound": "لا أحد بهذا الاسم.",
} as const;
