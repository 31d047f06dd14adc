import type { GifLanguage } from "@parley/schema";

export type Drawing = {
  id: string;
  /** What it is called, and more words to find it by. */
  words: Record<GifLanguage, string[]>;
  /** What is to be seen when `at` of its time, from 0 to 1, has gone: SVG in a square of 200. */
  draw(at: number): string;
};

const turn = (at: number) => Math.sin(at * 2 * Math.PI);
const round = (value: number) => Math.round(value * 10) / 10;
const spread = (count: number) => Array.from({ length: count }, (_, i) => i);

/** Drawn by hand for Parley, each in a few lines. */
export const drawings: readonly Drawing[] = [
  {
    id: "heart",
    words: { en: ["Heart", "love", "thanks"], vi: ["Trái tim", "yêu", "cảm ơn"], ar: ["قلب", "حب", "شكرا"] },
    draw: (at) =>
      `<path transform="translate(100 104) scale(${round(1 + 0.12 * turn(at))})" fill="#d6336c" d="M0 62C-70 14-62-52-28-52-10-52 0-38 0-28 0-38 10-52 28-52 62-52 70 14 0 62Z"/>`,
  },
  {
    id: "sun",
    words: { en: ["Sun", "good morning", "day"], vi: ["Mặt trời", "chào buổi sáng"], ar: ["شمس", "صباح الخير"] },
    draw: (at) =>
      `${spread(8)
        .map(
          (i) =>
            `<rect x="95" y="14" width="10" height="30" rx="5" fill="#f59f00" transform="rotate(${round(45 * (i + at))} 100 100)"/>`,
        )
        .join("")}<circle cx="100" cy="100" r="44" fill="#fcc419"/>`,
  },
  {
    id: "rain",
    words: { en: ["Rain", "sad", "weather"], vi: ["Mưa", "buồn"], ar: ["مطر", "حزين"] },
    draw: (at) =>
      spread(6)
        .map((i) => {
          const y = 100 + ((i * 37 + at * 90) % 90);
          return `<rect x="${46 + i * 20}" y="${round(y)}" width="6" height="18" rx="3" fill="#4dabf7"/>`;
        })
        .join("") +
      `<g fill="#868e96"><circle cx="70" cy="78" r="32"/><circle cx="112" cy="64" r="38"/><circle cx="142" cy="86" r="26"/><rect x="56" y="78" width="90" height="34" rx="17"/></g>`,
  },
  {
    id: "party",
    words: {
      en: ["Party", "congratulations", "birthday"],
      vi: ["Tiệc", "chúc mừng", "sinh nhật"],
      ar: ["حفلة", "مبروك", "عيد ميلاد"],
    },
    draw: (at) =>
      spread(24)
        .map((i) => {
          const [x, y] = [(i * 53) % 200, (i * 71 + at * 200) % 200];
          const fill = ["#e64980", "#4c6ef5", "#40c057", "#fab005"][i % 4];
          return `<rect x="${x}" y="${round(y)}" width="10" height="14" fill="${fill}" transform="rotate(${round(360 * at + i * 40)} ${x + 5} ${round(y + 7)})"/>`;
        })
        .join(""),
  },
  {
    id: "yes",
    words: { en: ["Yes", "okay", "done"], vi: ["Được", "đồng ý", "xong"], ar: ["نعم", "موافق", "تم"] },
    draw: (at) =>
      `<circle cx="100" cy="100" r="80" fill="#2f9e44"/><path d="M60 104l28 28 54-60" fill="none" stroke="#fff" stroke-width="16" stroke-linecap="round" stroke-linejoin="round" stroke-dasharray="130" stroke-dashoffset="${round(130 * Math.max(0, 1 - at * 2))}"/>`,
  },
  {
    id: "no",
    words: { en: ["No", "stop"], vi: ["Không", "dừng"], ar: ["لا", "توقف"] },
    draw: (at) =>
      `<g transform="translate(${round(10 * turn(at * 2))} 0)"><circle cx="100" cy="100" r="80" fill="#e03131"/><path d="M70 70l60 60M130 70l-60 60" stroke="#fff" stroke-width="16" stroke-linecap="round"/></g>`,
  },
  {
    id: "waiting",
    words: {
      en: ["Waiting", "soon", "time"],
      vi: ["Đang chờ", "sắp tới", "thời gian"],
      ar: ["انتظار", "قريبا", "وقت"],
    },
    draw: (at) =>
      `<circle cx="100" cy="100" r="80" fill="#f1f3f5" stroke="#495057" stroke-width="10"/><path d="M100 100V46" stroke="#212529" stroke-width="9" stroke-linecap="round" transform="rotate(${round(360 * at)} 100 100)"/><path d="M100 100h34" stroke="#212529" stroke-width="9" stroke-linecap="round"/>`,
  },
  {
    id: "laugh",
    words: { en: ["Laughing", "haha", "funny"], vi: ["Cười", "haha", "vui"], ar: ["ضحك", "هههه", "مضحك"] },
    draw: (at) =>
      `<g transform="translate(0 ${round(10 * turn(at * 2))})"><circle cx="100" cy="100" r="76" fill="#ffd43b"/><path d="M62 84q12-16 24 0M114 84q12-16 24 0" fill="none" stroke="#212529" stroke-width="8" stroke-linecap="round"/><path d="M58 110h84q-6 44-42 44t-42-44Z" fill="#212529"/></g>`,
  },
];
