export const status = {
  "status.choices": "الأكثر استعمالًا",
  "status.lunch": "استراحة الغداء",
  "status.meeting": "في اجتماع",
  "status.focus": "أركّز الآن",
  "status.home": "أعمل من المنزل",
  "status.ill": "متوعّك",
  "status.holiday": "في إجازة",
} as const;
