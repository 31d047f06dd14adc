export const people = {
  "people.deletedAccount": "Deleted account",
  "people.online": "online",
  "people.lastSeen": "seen {when}",
  "people.block": "Block",
  "people.unblock": "Unblock",
  "people.role.owner": "Owner",
  "people.role.admin": "Admin",
  "people.role.moderator": "Moderator",
  "people.role.member": "Member",
} as const;
