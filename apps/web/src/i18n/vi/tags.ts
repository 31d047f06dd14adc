export const tags = {
  "tags.title": "Thẻ",
  "tags.edit": "Thẻ…",
  "tags.filter": "Lọc theo thẻ",
  "tags.all": "Thẻ của bạn",
  "tags.new": "Thẻ mới",
  "tags.add": "Thêm",
  "tags.save": "Lưu thẻ",
  "tags.hint": "Thẻ gom những gì thuộc về nhau: công thức, mã, một chuyến đi.",
  "tags.full": "Một tin nhắn có nhiều nhất {count} thẻ.",
};
