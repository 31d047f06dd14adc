import { type Story, scene, scenes } from "../story.ts";

export const kitchen: Story = {
  number: 3,
  kind: "group",
  title: "Bếp nhà Lan 🍜",
  description: "Dinner on Sundays. Bring a chair.",
  members: ["lan", "elin", "misaki", "nour", "priya", "kwame"],
  days: 36,
  perDay: 2,
  hours: [9, 21],
  opening: scene(`
    lan: Chào mừng mọi người! Sundays at seven, my kitchen.
    misaki: ありがとうございます、楽しみです！
    nour: شكرا يا لان! سأحضر الحلوى.
    kwame: I bring the hunger.
  `),
  usual: scenes(`
    lan: Chủ nhật này: {dish}. Who comes?
    priya: Me.
    elin: Me, with wine.
    nour: أنا أيضا!

    misaki: {thing}を買いました。
    lan: Arigatō! You are the best.

    kwame: Is it too early to be hungry for Sunday?
    lan^: It is Tuesday.
    kwame: That is not a no.

    lan: Recipe for {dish}: first, be patient.
    priya: And second?
    lan: That was also the second.

    nour: وجدت {thing} في السوق، طازجة جدا.
    lan: Mang theo nhé! Bring them!

    elin: Can I bring {count} more?
    lan: Can they wash dishes?
    elin^: They can learn.
  `),
  latest: scene(`
    lan: Chủ nhật: bún chả. Seven o'clock, as always.
    kwame: I have been hungry since Sunday.
    misaki: 日曜日、行きます！
    nour: وأنا أحضر الكنافة.
    priya: I will not eat all day.
    elin: Cảm ơn Lan 💛
  `),
  words: {
    dish: ["phở", "bún bò Huế", "bánh xèo", "gỏi cuốn", "cá kho"],
    thing: ["ミント", "レモングラス", "النعناع", "الليمون", "お箸"],
    count: ["one", "two", "three"],
  },
  unread: { priya: 2, kwame: 1 },
};

export const savedByElin: Story = {
  number: 4,
  kind: "saved",
  members: ["elin"],
  days: 40,
  perDay: 1,
  hours: [8, 22],
  opening: scene("elin: Notes to myself live here."),
  usual: scenes(`
    elin: Buy {thing}.

    elin: Idea: {idea}

    elin: Call {who} back.
  `),
  latest: scene("elin: High water Thursday 10:12. Crane 07:30."),
  words: {
    thing: ["oat milk", "graph paper", "a birthday card for Jonas", "running socks", "batteries"],
    idea: [
      "a bench that faces the wake, not the berth",
      "tide table on the wall, drawn by hand",
      "one lamp fewer, twice the dark",
      "signs in Vietnamese too: ask Lan",
    ],
    who: ["the harbour office", "mum", "the printer", "Nour"],
  },
};
