import type { UserId } from "@parley/schema";

const id = (number: number) => `018f0000-0000-7000-8000-0000000de${number.toString().padStart(3, "0")}` as UserId;

/** Who lives in the demo. Everyone has met Elin. */
export const demoCast = {
  elin: {
    id: id(1),
    username: "elin",
    displayName: "Elin Sørensen",
    bio: "Ferries, tides and too much coffee. Stockholm.",
  },
  jonas: { id: id(2), username: "jonas", displayName: "Jonas Lindqvist", bio: "Drawings first, words later." },
  leila: { id: id(3), username: "leila", displayName: "Leïla Benali", bio: "Architecte. Lyon, parfois Lisbonne." },
  nour: { id: id(4), username: "نور", displayName: "نور حداد", bio: "مهندسة إنشائية. أحب البحر والقهوة." },
  priya: { id: id(5), username: "priya", displayName: "Priya Raman", bio: "Budgets that add up." },
  mateo: { id: id(6), username: "mateo", displayName: "Mateo Ruiz", bio: "Corro despacio, llego lejos." },
  misaki: { id: id(7), username: "misaki", displayName: "佐藤 美咲", bio: "照明デザイナー。横浜。" },
  amara: {
    id: id(8),
    username: "amara",
    displayName: "Amara Okafor",
    bio: "Site manager. If it moves, I have signed for it.",
  },
  tomasz: { id: id(9), username: "tomasz", displayName: "Tomasz Nowak", bio: "Stal i góry." },
  kwame: {
    id: id(10),
    username: "kwame",
    displayName: "Kwame Mensah",
    bio: "Photographs of things before they are finished.",
  },
  lan: { id: id(11), username: "lan", displayName: "Nguyễn Thị Lan", bio: "Nấu ăn, dịch thuật, và rất nhiều cây." },
} as const satisfies Record<string, { id: UserId; username: string; displayName: string; bio: string }>;

export type Actor = keyof typeof demoCast;
