import { type Story, scene, scenes } from "../story.ts";

const harbourNotices: Story = {
  number: 5,
  kind: "channel",
  title: "Harbour notices",
  description: "Tides, closures and cranes at the old coal quay. Questions go under the notice.",
  members: ["amara", "mateo", "elin", "jonas", "leila", "priya", "tomasz", "kwame", "nour", "lan"],
  settings: { hasComments: true },
  address: "harbour-notices",
  isVerified: true,
  days: 34,
  perDay: 1,
  hours: [5, 8],
  isQuietAtWeekends: true,
  opening: scene(`
    amara: This is where the harbour says what changes, once and for everybody. <👏 elin jonas lan>
  `),
  usual: scenes(`
    amara: High water at {time}. {place} is closed for an hour before and after.

    mateo: {count} passengers yesterday. Please use {place} in the morning.

    amara: Crane at work near {place} from {time}. Keep to the marked path.

    mateo: Wind from the {wind}, up to {speed} m/s. The small ferry stays in.
  `),
  latest: scene(`
    mateo: Fog until noon. Ferries run every half hour. <👍 leila nour>
    amara: Thursday: crane from 07:30, high water at 10:12. The north stair is closed until noon. <👍 elin priya tomasz>
    lan>: Is the south stair open for prams?
    amara>: Yes, and somebody will be there to help.
    jonas>: Can one watch the crane from somewhere?
    amara>: From the café. Not from the fence.
    amara: Saturday: the first ferry leaves at 06:40 instead of 06:55. <🌊 elin>
  `),
  words: {
    time: ["05:50", "06:30", "07:15", "09:05", "10:40"],
    place: ["the lower pontoon", "the north stair", "gate 3", "the east wall"],
    count: ["1,204", "1,377", "1,415", "1,562"],
    wind: ["north", "east", "southwest"],
    speed: ["12", "15", "18", "21"],
  },
  unread: { elin: 1, jonas: 2, priya: 4, nour: 3, lan: 1 },
};

const beforeItIsFinished: Story = {
  number: 6,
  kind: "channel",
  title: "Before it is finished",
  description: "One photograph of a building site a day, in words.",
  members: ["kwame", "misaki", "elin", "leila", "jonas", "lan", "nour"],
  settings: { hasComments: false },
  address: "before-it-is-finished",
  days: 29,
  perDay: 1,
  hours: [15, 18],
  opening: scene("kwame: A wall, and behind it the light that will be a window. <👏 misaki leila>"),
  usual: scenes(`
    kwame: {thing}, {light}. Nobody was there but a gull.

    kwame: {thing} from below. It looks {state}.

    misaki: {light}: {thing} is drawn twice, once by the water.
  `),
  latest: scene(`
    kwame: The canopy from the water. In a good way it almost disappears. <👏 elin jonas lan>
    misaki: 夜の桟橋。灯りはまだ三つだけ。 <🌊 elin kwame>
  `),
  words: {
    thing: ["The gangway", "A stair without a floor", "Pier 2", "The ticket hall", "A row of lamps"],
    light: ["Early light", "Last light", "Rain", "Fog"],
    state: ["like a ship", "older than the harbour", "as if it were waiting", "done, and is not"],
  },
  unread: { elin: 1, lan: 3 },
};

export const channels: Story[] = [harbourNotices, beforeItIsFinished];
