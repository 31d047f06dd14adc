import { type Story, scene, scenes } from "../story.ts";

const withJonas: Story = {
  number: 10,
  kind: "direct",
  members: ["elin", "jonas"],
  days: 52,
  perDay: 3,
  hours: [6, 20],
  opening: scene(`
    jonas: Hej! Är det du som ritade den gamla kajen?
    elin: Hej Jonas. Ja, 2019. Ligger kvar någonstans.
    jonas: Får jag se?
    elin^: Du får ta över den.
  `),
  usual: scenes(`
    jonas: Har du fem minuter om {sak}?
    elin: Om tio.
    jonas: Perfekt.

    elin: {sak} blev riktigt bra.
    jonas^: Tack. Leïla hade rätt om färgen.
    elin: Det har hon alltid.

    jonas: Kaffe?
    elin: {tid}, vid färjan.
    jonas: Jag tar med bullar.

    elin: Glöm inte mötet {dag}.
    jonas: Vilket möte
    elin^: Det där mötet.
    jonas: Jag kommer.

    jonas: Båten är sen igen.
    elin: Hur länge?
    jonas: {tid} ~> {tid}, säger de nu
    elin: Ta det lugnt, vi väntar.

    elin: Skickar {sak} till dig ikväll.
    jonas: Ingen brådska. Imorgon räcker.
  `),
  latest: scene(`
    jonas: Revision 14 ligger uppe.
    elin: Jag såg. Taket svävar.
    jonas^: Det var tanken. Säg inget till Priya.
    elin: Hon har redan räknat på det. Två gånger.
    jonas: Såklart.
    jonas: Middag fredag? Amara är i stan.
  `),
  words: {
    sak: ["taket", "trappan", "biljetthallen", "modellen", "gångbron", "ritningen", "texten"],
    tid: ["kl. 8:40", "kl. 10:15", "kl. 13", "kl. 15:30", "kl. 17"],
    dag: ["på måndag", "på tisdag", "på torsdag", "på fredag"],
  },
  unread: { elin: 1 },
};

const withNour: Story = {
  number: 11,
  kind: "direct",
  members: ["elin", "nour"],
  days: 38,
  perDay: 2,
  hours: [7, 19],
  opening: scene(`
    nour: مرحبا إلين، أنا نور من مكتب الإنشاءات.
    elin: مرحبا نور! عربيتي بسيطة، لكنني أحاول.
    nour^: ممتازة. نكتب بالعربية إذن، وبالإنجليزية للأرقام.
  `),
  usual: scenes(`
    nour: راجعت حسابات {part}. كل شيء سليم.
    elin: شكرا جزيلا، هذا خبر جيد.

    elin: هل وصلت رسومات {part}؟
    nour: نعم، وصلت {day}.
    nour: سأرسل الملاحظات غدا.

    nour: الحمولة على {part} هي {load}.
    elin^: أقل مما توقعنا!
    nour: لأن المياه تحمل نصفها.

    elin: اجتماع {day} الساعة العاشرة؟
    nour: مناسب جدا.

    nour: صباح الخير، البحر هادئ اليوم.
    elin: صباح النور يا نور.

    nour: أحتاج إلى توقيعك على {part} قبل {day}.
    elin: سأوقع الليلة.
  `),
  latest: scene(`
    nour: انتهيت من تقرير الرصيف. ٤٢ صفحة، والخلاصة في الصفحة الأولى.
    elin: رائع! ما الخلاصة؟
    nour^: سيبقى واقفا مئة سنة.
    elin: إذن نلتقي بعد مئة سنة للاحتفال.
    nour: أو يوم الخميس، القهوة عليّ ☕
  `),
  words: {
    part: ["الرصيف", "المظلة", "الدرج الشمالي", "الجسر", "الجدار الشرقي"],
    day: ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس"],
    load: ["12 kN/m²", "18 kN/m²", "7.5 kN/m²", "22 kN/m²"],
  },
  unread: { elin: 1 },
};

const withMisaki: Story = {
  number: 12,
  kind: "direct",
  members: ["elin", "misaki"],
  days: 41,
  perDay: 2,
  hours: [1, 13],
  opening: scene(`
    misaki: エリンさん、はじめまして。照明を担当する佐藤です。
    elin: はじめまして。日本語はゆっくりお願いします。
    misaki^: もちろんです。ゆっくり書きますね。
  `),
  usual: scenes(`
    misaki: {place}の照明案を送りました。
    elin: ありがとうございます。今日見ます。
    misaki: 急がなくて大丈夫です。

    elin: {place}は夜も明るいですか？
    misaki: はい、{lux}ルクスくらいです。
    elin^: ちょうどいいですね。

    misaki: {day}の打ち合わせ、{time}で大丈夫ですか？
    elin: 大丈夫です。
    misaki: では{time}に。

    misaki: 横浜は雨です。
    elin: リスボンは風です。

    elin: サンプルが届きました。とてもきれいです。
    misaki: よかったです！少し暖かい色を選びました。

    misaki: {place}の配線を変更します。
    elin: 理由を教えてください。
    misaki^: 水の反射がきれいに見えるからです。
  `),
  latest: scene(`
    misaki: 夜のテスト写真です。水面に光が映ります。
    elin: すごい。言葉がありません。
    misaki^: それは日本語の問題ですか？
    elin: いいえ、写真の問題です。
    misaki: 木曜の打ち合わせ、15時で大丈夫ですか？
  `),
  words: {
    place: ["待合室", "屋根の下", "階段", "桟橋", "切符売り場"],
    lux: ["80", "120", "150", "200"],
    day: ["月曜", "火曜", "水曜", "木曜"],
    time: ["15時", "16時", "17時半"],
  },
  unread: { elin: 1 },
};

const withLeila: Story = {
  number: 13,
  kind: "direct",
  members: ["elin", "leila"],
  days: 49,
  perDay: 3,
  hours: [7, 21],
  opening: scene(`
    leila: Coucou Elin, c'est ici qu'on dit du mal des gouttières ?
    elin: C'est exactement ici.
    leila^: Parfait.
  `),
  usual: scenes(`
    leila: Tu as vu {chose} ?
    elin: Pas encore. C'est bien ?
    leila: C'est mieux que bien.

    elin: On garde {chose} ou on recommence ?
    leila: On garde. On recommence le reste.

    leila: Je suis à {ville} jusqu'à {jour}.
    elin: Rapporte du fromage.
    leila^: Toujours.

    leila: Réunion à {heure} ?
    elin: Plutôt une heure plus tard.
    leila: D'accord ~> D'accord, je préviens Jonas

    elin: Kwame a fait une photo magnifique de {chose}.
    leila: Je la veux au mur.

    leila: Il pleut sur {ville}. Évidemment.
    elin: Ici aussi. On teste l'auvent.
  `),
  latest: scene(`
    leila: Les photos du soir sont dans le dossier.
    elin: J'ai regardé deux fois.
    leila: La troisième ?
    elin^: La troisième.
    leila: On a fini, alors.
    elin: On n'a jamais fini. Mais c'est beau.
  `),
  words: {
    chose: ["la maquette", "le plan du hall", "la passerelle", "le nouveau vert", "l'escalier nord", "le banc"],
    ville: ["Lyon", "Marseille", "Lisbonne", "Paris"],
    jour: ["lundi", "mercredi", "vendredi", "dimanche"],
    heure: ["9 h", "10 h 30", "14 h", "16 h"],
  },
};

const withLan: Story = {
  number: 14,
  kind: "direct",
  members: ["elin", "lan"],
  days: 44,
  perDay: 2,
  hours: [5, 20],
  opening: scene(`
    lan: Chào chị Elin! Em là Lan, em chạy cùng nhóm với anh Mateo.
    elin: Chào Lan! Chị đang học tiếng Việt, em sửa giúp chị nhé.
    lan^: Dạ, chị viết tốt lắm rồi.
  `),
  usual: scenes(`
    lan: Hôm nay em nấu {mon}.
    elin: Nghe ngon quá. Chị ghé được không?
    lan: {gio} nhé chị!

    elin: Từ "{tu}" nghĩa là gì vậy em?
    lan: Khó giải thích quá. Để gặp em kể.
    elin^: Vậy hẹn cà phê nhé.

    lan: Cây của em ra hoa rồi 🌼
    elin: Đẹp quá! Gửi chị thêm ảnh đi.

    elin: {ngay} em có chạy không?
    lan: Có chứ. Chị dậy nổi không?
    elin: Chị không hứa.

    lan: Em dịch xong phần {phan} rồi ~> Em dịch xong phần {phan} rồi, chị xem giúp em
    elin: Tuyệt. Tối nay chị đọc.

    lan: Trời lạnh quá, em nhớ Hà Nội.
    elin: Làm {mon} đi, chị mang rượu vang.
  `),
  latest: scene(`
    lan: Chị ơi, thứ bảy này em mang bánh mì cho cả nhóm.
    elin: Em là người quan trọng nhất của nhóm đó.
    lan^: Em biết mà 😄
    elin: Bản dịch biển báo đẹp lắm, Jonas rất thích.
    lan: "Bến phà" hay "Nhà ga phà" hả chị?
    elin: "Bến phà". Ngắn và ấm hơn.
    lan: Dạ, vậy em sửa lại hết.
  `),
  words: {
    mon: ["phở", "bún chả", "canh chua", "bánh xèo", "cơm tấm", "chè"],
    gio: ["6 giờ", "7 giờ rưỡi", "12 giờ", "5 giờ chiều"],
    tu: ["thương", "duyên", "ngại", "nhậu"],
    ngay: ["Thứ bảy", "Chủ nhật", "Sáng mai", "Thứ năm"],
    phan: ["biển báo", "vé", "thông báo", "trang đầu"],
  },
};

export const directsOfElin: Story[] = [withJonas, withNour, withMisaki, withLeila, withLan];
