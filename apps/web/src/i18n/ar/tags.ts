export const tags = {
  "tags.title": "الوسوم",
  "tags.edit": "الوسوم…",
  "tags.filter": "تصفية حسب الوسم",
  "tags.all": "وسومك",
  "tags.new": "وسم جديد",
  "tags.add": "إضافة",
  "tags.save": "حفظ الوسوم",
  "tags.hint": "يجمع الوسم ما ينتمي معًا: وصفات أو رموز أو رحلة.",
  "tags.full": "للرسالة {count} وسوم على الأكثر.",
};
