export const status = {
  "status.choices": "Thường dùng",
  "status.lunch": "Đang ăn trưa",
  "status.meeting": "Đang họp",
  "status.focus": "Đang tập trung",
  "status.home": "Làm việc ở nhà",
  "status.ill": "Không khỏe",
  "status.holiday": "Đang nghỉ phép",
} as const;
