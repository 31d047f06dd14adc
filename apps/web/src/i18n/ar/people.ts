export const people = {
  "people.deletedAccount": "حساب محذوف",
  "people.online": "متصل",
  "people.lastSeen": "شوهد {when}",
  "people.block": "حظر",
  "people.unblock": "إلغاء الحظر",
  "people.role.owner": "المالك",
  "people.role.admin": "مشرف",
  "people.role.moderator": "مراقب",
  "people.role.member": "عضو",
} as const;
