/** Messages that wait for their time, that go again, and that answer for who is away. */
export const later = {
  "later.sendOptions": "Other ways to send",
  "later.waiting": { one: "{count} message waits for its time", other: "{count} messages wait for their time" },
  "later.someFailed": "A scheduled message could not be sent",
  "later.silent": "Sent without a sound",
  "later.wasScheduled": "Sent at the time it was scheduled for",
  "later.leaves": "Disappears {when}",
  "later.leavesOnceRead": "Disappears {time} after it is first read",
  "later.automatic": "Automatic reply",
  "later.eventOn": "{name} set messages to disappear after {time}",
  "later.eventYouOn": "You set messages to disappear after {time}",
  "later.eventRead": "{name} set messages to disappear {time} after they are read",
  "later.eventYouRead": "You set messages to disappear {time} after they are read",
  "later.eventOff": "{name} turned disappearing messages off",
  "later.eventYouOff": "You turned disappearing messages off",
} as const;
