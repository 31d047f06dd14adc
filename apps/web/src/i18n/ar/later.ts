/** Messages that wait for their time, that go again, and that answer for who is away. */
export const later = {
  "later.sendOptions": "طرق أخرى للإرسال",
  "later.waiting": {
    zero: "لا رسائل تنتظر وقتها",
    one: "رسالة واحدة تنتظر وقتها",
    two: "رسالتان تنتظران وقتهما",
    few: "{count} رسائل تنتظر وقتها",
    many: "{count} رسالة تنتظر وقتها",
    other: "{count} رسالة تنتظر وقتها",
  },
  "later.someFailed": "تعذّر إرسال رسالة مجدولة",
  "later.silent": "أُرسلت بلا صوت",
  "later.wasScheduled": "أُرسلت في وقتها المجدول",
  "later.leaves": "تختفي {when}",
  "later.leavesOnceRead": "تختفي بعد {time} من أول قراءة",
  "later.automatic": "رد آلي",
  "later.eventOn": "{name} جعل الرسائل تختفي بعد {time}",
  "later.eventYouOn": "جعلت الرسائل تختفي بعد {time}",
  "later.eventRead": "{name} جعل الرسائل تختفي بعد {time} من قراءتها",
  "later.eventYouRead": "جعلت الرسائل تختفي بعد {time} من قراءتها",
  "later.eventOff": "{name} أوقف اختفاء الرسائل",
  "later.eventYouOff": "أوقفت اختفاء الرسائل",
} as const;
