import { demoCast } from "../cast.ts";
import { type Story, scene, scenes } from "../story.ts";

export const ferryTerminal: Story = {
  number: 1,
  kind: "group",
  title: "Ferry terminal team",
  description: "Design and building of the new terminal at the old coal quay.",
  members: ["elin", "jonas", "leila", "mateo", "kwame", "amara", "priya", "tomasz"],
  settings: { slowModeSeconds: 0, whoMayPin: "member" },
  days: 46,
  perDay: 6,
  hours: [6, 16],
  isQuietAtWeekends: true,
  opening: scene(`
    elin: Hello everyone. One place for the terminal, so that nothing lives in six threads any more.
    jonas: Finally.
    leila: Bonjour ! Present.
    amara: On site, bad signal, but here.
    priya: Here. The budget sheet is the only truth, please.
    elin^: It is. And tides come from the harbour, not from memory.
    kwame: I will put site photos here every Friday.
    tomasz: Steel drawings follow on Monday.
  `),
  usual: scenes(`
    amara: Morning. {part} is {state}.
    elin^: Thank you. Does it change anything for {day}?
    amara: No. I will say so if it does.

    jonas: New drawing of {part}, revision {rev}.
    leila: The {detail} is better. Can we keep the old handrail?
    jonas^: Yes, if Tomasz agrees.
    tomasz: Agrees.

    priya: {part} is {percent} over what we said.
    jonas: Because of the {detail}?
    priya^: Mostly. I need a decision by {day}.
    elin: You will have it.

    kwame: Light was good today. Forty pictures of {part}, the best six in the folder.
    leila: The third one. That is the one for the front page.
    kwame^: That is the one I wanted to throw away.

    mateo: Passenger count from {day}: {count}. Higher than the model.
    elin: Is the queue inside the roof line?
    mateo^: Just. With rain it would not be.

    tomasz: Supplier moved the delivery to {day}.
    amara: Then I move the crane. Before {time}, or not at all that day.
    tomasz: Before {time} ~> Before {time}, confirmed
    amara^: Good.

    elin: High water at {time}. Nobody on the lower pontoon before that.
    amara^: Understood, sign is up.

    leila: Question about {part}: is the {detail} visible from the water?
    jonas: Only when the ferry is gone.
    leila: So, always, for those who just missed it.

    priya: Invoices for {part} are in. Two without an order number, again.
    tomasz: Mine. Sorry. Fixing it today.

    jonas: Standup in five minutes?
    mateo: Give me ten.
    leila: Ten is fine.

    amara: Visitor on site without a helmet. It was the mayor.
    kwame: I have that on film.
    elin: You do not have that on film.
    kwame^: I do not have that on film.

    mateo: The wind test for {part} is back: {percent} below the limit.
    elin: The best sentence of the week.

    jonas: wrong chat, sorry [deleted]
    leila: We saw nothing.

    elin: Who takes notes on {day}?
    mateo: Me.
    priya: Thank you. Last time they were very short.
    mateo^: They were very clear.

    tomasz: Welding of {part} is {state}. Photos tomorrow.
    elin: Good. Please tell the harbour office as well.

    leila: I moved the benches away from the {detail}. People need to see the gangway.
    amara^: And to hear it. It is loud.
  `),
  latest: scene(`
    jonas: Revision 14 of the canopy. I made it thinner where nobody looks.
    leila: Everybody looks.
    jonas^: Then it is thinner where everybody looks.
    kwame: From the water it almost disappears. In a good way.
    amara: Crane is booked for Thursday 07:30. High water at 10:12, so we have time. <📌 elin> <👍 jonas tomasz mateo>
    tomasz>: Which road does it come in by?
    amara>: The old coal road. The bridge is too low for it.
    mateo>: Then the ferry queue has to move at seven.
    elin>: I tell the harbour office tonight.
    priya>: And who pays for the night shift?
    amara: [holds quay]
    leila: [holds lunch]
    tomasz: [holds lamps] <👏 leila jonas>
    kwame: [holds tide] <🌊 elin mateo>
    priya: Canopy is back inside the budget. I checked twice.
    mateo: Model agrees: queue stays dry up to 380 people.
    priya: **Budget, week 40**⏎1. Steel: _on plan_⏎2. Glass: ~~late~~ here on Friday⏎3. Lamps: ask @misaki⏎#budget
    kwame: For the tide gauge:⏎~~~python⏎def level(now):⏎    return sea(now) - pier  # metres⏎~~~
    mateo^: > the tide decides⏎And the name of the ferry will be ||Signe||.
    elin: @jonas can you check the third one?⏎- [x] stair⏎- [ ] rail⏎- [ ] **canopy**
    elin: Then we build it like that. Thank you, all of you.
    tomasz: Ordering the steel at 9 ~> Ordering the steel at 8:30
    leila: Photos from the mock-up are in the folder. Look at the evening ones.
    jonas^: The third one. Obviously.
  `),
  words: {
    part: [
      "The canopy",
      "Pier 2",
      "The ticket hall",
      "The gangway",
      "The north stair",
      "The waiting room",
      "The pontoon",
      "The east wall",
    ],
    state: [
      "done",
      "half done",
      "waiting for dry weather",
      "a day late",
      "signed off",
      "ahead of plan",
      "measured again, and fine",
    ],
    detail: ["lamp", "rail", "gutter", "signage", "glass edge", "timber floor"],
    day: ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"],
    time: ["06:40", "07:15", "08:05", "09:20", "10:50", "13:30"],
    rev: ["7", "8", "9", "10", "11", "12", "13"],
    percent: ["2 %", "3 %", "5 %", "8 %", "11 %"],
    count: ["1,204", "1,377", "1,415", "1,562", "1,689"],
  },
  things: {
    quay: {
      content: { kind: "location", latitude: 59.317425, longitude: 18.094712, label: "Old coal quay, gate 3" },
    },
    lunch: {
      content: {
        kind: "poll",
        questions: [
          {
            text: "Where do we eat after the crane has gone?",
            options: ["On the pontoon", "At the harbour café", "Wherever Lan cooks"],
          },
        ],
      },
      votes: { leila: [[0]], jonas: [[2]], amara: [[1]], priya: [[2]], kwame: [[2]], mateo: [[0]] },
    },
    lamps: {
      content: {
        kind: "contact",
        name: "佐藤 美咲",
        organisation: "照明デザイン",
        phones: ["+81 45 555 0142"],
        emails: ["misaki@lights.example"],
        userId: demoCast.misaki.id,
      },
    },
    tide: {
      content: {
        kind: "code",
        name: "tide_gauge.py",
        language: "python",
        code: [
          "PIER = 1.42  # metres above the old chart",
          "",
          "def may_board(sea, wind):",
          "    return sea - PIER < 0.35 and wind < 17",
          "",
        ].join("\n"),
      },
    },
  },
  unread: { elin: 2, priya: 6, tomasz: 2, amara: 5, mateo: 4, kwame: 9 },
};
