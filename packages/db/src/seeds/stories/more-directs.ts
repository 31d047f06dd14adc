import { type Story, scene, scenes } from "../story.ts";

const priyaAndElin: Story = {
  number: 20,
  kind: "direct",
  members: ["elin", "priya"],
  days: 47,
  perDay: 2,
  hours: [8, 18],
  isQuietAtWeekends: true,
  opening: scene(`
    priya: Before we begin: I say no first, and then we talk.
    elin: I say yes first, and then we talk.
    priya^: This will work.
  `),
  usual: scenes(`
    priya: {item}: {sum}. Is that real?
    elin: It was smaller in my head.
    priya^: It always is.

    elin: Can we afford {item}?
    priya: Ask me on {day}.
    elin: You said that last week.
    priya: And I was right last week.

    priya: Good news: {item} came in at {sum}. Below plan.
    elin: Frame that.

    priya: The auditor liked our notes.
    elin: Mateo's notes?
    priya^: The longer ones.

    elin: Numbers for {day}, please?
    priya: Sent. Page two is the one that matters.
  `),
  latest: scene(`
    priya: Canopy is inside the budget.
    elin: How?
    priya^: Jonas made it thinner. He thinks I do not know.
    elin: He asked me not to tell you.
    priya: Sweet of him.
  `),
  words: {
    item: ["The glass", "The crane", "The lighting", "The timber floor", "The printing", "The model"],
    sum: ["€ 4,200", "€ 18,900", "€ 31,450", "€ 870", "€ 56,000"],
    day: ["Monday", "Wednesday", "Friday"],
  },
};

const tomaszAndElin: Story = {
  number: 21,
  kind: "direct",
  members: ["elin", "tomasz"],
  days: 33,
  perDay: 2,
  hours: [6, 17],
  opening: scene(`
    tomasz: Cześć Elin, rysunki stali są gotowe.
    elin: Cześć! Mój polski jest słaby, ale próbuję.
    tomasz^: Jest lepszy niż mój szwedzki.
  `),
  usual: scenes(`
    tomasz: {czesc} przyjedzie {dzien}.
    elin: Dobrze. Amara wie?
    tomasz^: Wie.

    elin: Ile waży {czesc}?
    tomasz: {waga}.
    elin: Dużo.
    tomasz: To stal, nie papier.

    tomasz: Spawanie skończone, {czesc} wygląda dobrze.
    elin: Świetnie, dziękuję.

    tomasz: Weekend w górach. Bez zasięgu do {dzien}.
    elin: Odpocznij!
  `),
  latest: scene(`
    tomasz: Zamawiam stal o 8:30.
    elin: Tak. Revizja 14. ~> Tak. Rewizja 14.
    tomasz^: Widziałem. Cienka. Ładna.
  `),
  words: {
    czesc: ["Belka", "Poręcz", "Kładka", "Rama północna"],
    dzien: ["w poniedziałek", "we wtorek", "w czwartek"],
    waga: ["1,2 t", "860 kg", "3,4 t"],
  },
};

const mateoAndLeila: Story = {
  number: 22,
  kind: "direct",
  members: ["mateo", "leila"],
  days: 55,
  perDay: 3,
  hours: [8, 22],
  opening: scene(`
    mateo: Hola Leïla, ¿hablamos en español?
    leila: Claro, así practico.
  `),
  usual: scenes(`
    leila: ¿Corres {dia}?
    mateo: Sí, {km} km por {sitio}.
    leila: Te espero en el café, entonces.

    mateo: Mira el modelo nuevo de {sitio}.
    leila^: Mucho mejor. ¿Y la cola?
    mateo: Bajo techo, por fin.

    leila: ¿Cómo se dice "gouttière"?
    mateo: Canalón.
    leila: Qué palabra tan fea.

    mateo: Llego tarde, diez minutos ~> Llego tarde, veinte minutos
    leila: Como yo.

    leila: Jonas ha cambiado la escalera otra vez.
    mateo: ¿Mejor?
    leila^: Mejor. No se lo digas.
  `),
  latest: scene(`
    mateo: 7:15 el sábado. En serio.
    leila: No conozco esa hora.
    mateo^: Es la que viene después de las siete.
    leila: Nunca las he visto juntas.
  `),
  words: {
    dia: ["mañana", "el sábado", "el domingo", "el jueves"],
    km: ["8", "12", "15"],
    sitio: ["la terminal", "Monsanto", "el río", "la entrada"],
  },
};

const amaraAndKwame: Story = {
  number: 23,
  kind: "direct",
  members: ["amara", "kwame"],
  days: 30,
  perDay: 3,
  hours: [5, 17],
  opening: scene(`
    kwame: May I come on site at sunrise?
    amara: With a helmet.
    kwame^: With two.
  `),
  usual: scenes(`
    kwame: Best light at {time} tomorrow.
    amara: Gate opens at {time}. You have ten minutes before the crane.

    amara: You left a lens cap on {place}.
    kwame: That was my good one.
    amara^: It has paint on it now.

    kwame: Picture of you shouting at {place}. Keep or delete?
    amara: Frame it.

    amara: Rain. Nothing to see today.
    kwame^: Rain is everything to see.
  `),
  latest: scene(`
    kwame: The mayor picture.
    amara: There is no mayor picture.
    kwame^: Exactly. I just wanted to say that there is not one.
    amara: Thursday 07:30, canopy goes up. Be there at seven.
    kwame: I will be there at six.
  `),
  words: { time: ["05:50", "06:10", "06:35"], place: ["pier 2", "the scaffold", "the north stair", "the pontoon"] },
  unread: { amara: 1 },
};

const amaraAndElin: Story = {
  number: 24,
  kind: "direct",
  members: ["elin", "amara"],
  days: 12,
  perDay: 1,
  hours: [6, 16],
  opening: scene(`
    amara: Site phone is broken. Write to me here.
    elin: Will do.
  `),
  usual: scenes(`
    elin: All well out there?
    amara: All well. Wet.

    amara: Two men short on {day}.
    elin: I will call the office.
    amara^: Already did. Just so that you know.
  `),
  latest: scene(`
    amara: In town on Friday. Jonas says dinner.
    elin: Jonas says dinner, so there will be dinner.
  `),
  words: { day: ["Monday", "Tuesday", "Wednesday"] },
};

export const moreDirects: Story[] = [priyaAndElin, tomaszAndElin, mateoAndLeila, amaraAndKwame, amaraAndElin];
