export const status = {
  "status.choices": "What people say most",
  "status.lunch": "Out for lunch",
  "status.meeting": "In a meeting",
  "status.focus": "Focusing",
  "status.home": "Working from home",
  "status.ill": "Unwell",
  "status.holiday": "On holiday",
} as const;
