import { type Story, scene, scenes } from "../story.ts";

export const trailRunners: Story = {
  number: 2,
  kind: "group",
  title: "Trail runners Lisboa",
  description: "Sábados às 7:30, Monsanto ou Sintra. Ninguém fica para trás.",
  members: ["mateo", "leila", "elin", "priya", "tomasz", "lan"],
  days: 60,
  perDay: 3,
  hours: [6, 21],
  opening: scene(`
    mateo: Bem-vindos! Sábado, 7:30, como sempre.
    leila: Como sempre atrasada, mas vou.
    elin: In Lisbon until spring, so count me in. Slowly.
    mateo^: Slowly is the only rule.
    priya: Is there coffee at the end?
    mateo: There is only coffee at the end.
  `),
  usual: scenes(`
    mateo: Sábado: {place}, {km} km. Quem vem?
    leila: Eu!
    tomasz: Me too.
    elin: Só se não chover.
    mateo^: Então vens, não chove.

    priya: {km} km this morning, {pace} per km. New shoes.
    mateo: E os joelhos?
    priya^: Old knees.

    tomasz: Anyone for {place} tomorrow before work?
    lan: Em đi! I mean, yes.
    tomasz: {time} at the gate.

    leila: Perdi-me outra vez em {place}.
    mateo: Outra vez?
    leila^: Foi bonito.

    elin: My watch says {km} km, Tomasz's says less.
    tomasz^: Mine is honest.

    mateo: ¿Alguien tiene mi chaqueta azul?
    leila: Está no meu carro desde {day}.

    lan: I brought bánh mì for after. For everyone.
    priya: This is why I run.
    mateo: É por isto que todos corremos.

    mateo: Previsão para {day}: vento, {pace} de chuva e sol. Tudo ao mesmo tempo.
    elin: So, Lisbon.

    priya: Photo of the view from {place}. No filter, only sweat.
    leila: Linda.
  `),
  latest: scene(`
    mateo: Sábado: Sintra, 14 km, subimos até à Peninha.
    leila: Vou! Com o carro, tenho três lugares.
    priya: One for me, please.
    tomasz: I run there from the station. Warm-up.
    elin: That is not a warm-up, Tomasz.
    tomasz^: It is if you are cold.
    lan: I take care of breakfast again 🥖
    mateo: Lan é a nossa capitã agora. 7:30 ~> Lan é a nossa capitã agora. 7:15, há nevoeiro cedo
    leila: 7:15?!
  `),
  words: {
    place: ["Monsanto", "Sintra", "Arrábida", "Cascais", "Costa da Caparica", "Jamor"],
    km: ["8", "10", "12", "14", "16", "21"],
    pace: ["5:10", "5:35", "5:58", "6:20", "6:45"],
    time: ["6:15", "6:30", "6:45"],
    day: ["sábado", "domingo", "quinta", "terça"],
  },
  unread: { elin: 3, priya: 1, tomasz: 4, lan: 2 },
};
