export const formatting = {
  "formatting.everyone": "الجميع",
  "formatting.showSpoiler": "نص مخفي. أظهره",
  "formatting.code": "شفرة",
  "formatting.wrap": "التفاف",
  "formatting.copyCode": "نسخ",
};
