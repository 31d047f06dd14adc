export const organising = {
  "organising.pinned": "المثبّتة",
  "organising.archived": "الأرشيف",
  "organising.nothingArchived": "لا شيء في الأرشيف",
  "organising.archivedText": "هنا المحادثات التي أرشفتها، وتعود مع أول رسالة جديدة.",
  "organising.actionsFor": "إجراءات {title}",
  "organising.markedUnread": "محدّدة كغير مقروءة",
  "organising.isMuted": "مكتومة",
  "organising.level.mentions": "الإشارات إليّ فقط",
  "organising.folders": "المجلدات",
  "organising.newFolder": "مجلد جديد",
  "organising.editFolder": "تعديل المجلد",
  "organising.nothingInFolder": "لا شيء في هذا المجلد",
} as const;
