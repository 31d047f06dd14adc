export const people = {
  "people.deletedAccount": "Tài khoản đã xóa",
  "people.online": "đang trực tuyến",
  "people.lastSeen": "hoạt động {when}",
  "people.block": "Chặn",
  "people.unblock": "Bỏ chặn",
  "people.role.owner": "Chủ nhóm",
  "people.role.admin": "Quản trị viên",
  "people.role.moderator": "Điều hành viên",
  "people.role.member": "Thành viên",
} as const;
