export type Looks = {
  background: string;
  skin: string;
  hair: string;
  shirt: string;
  style: "short" | "long" | "bun" | "curls" | "bob" | "scarf" | "bald";
  beard?: boolean;
  glasses?: boolean;
};

/** A flat portrait: shoulders, a head, hair, and as little of a face as it takes. */
export function portraitOf({ background, skin, hair, shirt, style, beard, glasses }: Looks): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="0 0 100 100">
    <rect width="100" height="100" fill="${background}"/>
    ${behind[style](hair)}
    <path d="M14 100c0-20 16-28 36-28s36 8 36 28z" fill="${shirt}"/>
    <path d="M42 58h16v14c0 10-16 10-16 0z" fill="${skin}"/>
    <path d="M42 62c4 5 12 5 16 0v4c-4 5-12 5-16 0z" fill="#000" opacity=".12"/>
    <ellipse cx="50" cy="44" rx="18" ry="21" fill="${skin}"/>
    ${beard ? `<path d="M32 46c2 16 8 20 18 20s16-4 18-20c-2 6-6 9-18 9s-16-3-18-9z" fill="${hair}"/>` : ""}
    ${before[style](hair)}
    <circle cx="43" cy="45" r="1.8" fill="#1b1b1f"/><circle cx="57" cy="45" r="1.8" fill="#1b1b1f"/>
    <path d="M45 54c3 2.6 7 2.6 10 0" fill="none" stroke="#1b1b1f" stroke-width="1.6" stroke-linecap="round" opacity=".7"/>
    ${glasses ? `<g fill="none" stroke="#1b1b1f" stroke-width="1.4"><circle cx="43" cy="45" r="5.4"/><circle cx="57" cy="45" r="5.4"/><path d="M48.4 44.4h3.2"/></g>` : ""}
  </svg>`;
}

type Drawing = (hair: string) => string;

const none: Drawing = () => "";
const fringe: Drawing = (hair) =>
  `<path d="M31 44c-2-16 7-25 19-25s21 9 19 25c-3-9-8-13-19-13s-16 4-19 13z" fill="${hair}"/>`;

const behind: Record<Looks["style"], Drawing> = {
  short: none,
  bald: none,
  bun: (hair) => `<circle cx="50" cy="17" r="9" fill="${hair}"/>`,
  long: (hair) => `<path d="M28 44c0-16 8-26 22-26s22 10 22 26v30H28z" fill="${hair}"/>`,
  bob: (hair) => `<path d="M28 44c0-16 8-26 22-26s22 10 22 26v15H28z" fill="${hair}"/>`,
  curls: (hair) =>
    `<g fill="${hair}">${[30, 37, 50, 63, 70].map((x, i) => `<circle cx="${x}" cy="${[40, 27, 21, 27, 40][i]}" r="11"/>`).join("")}</g>`,
  scarf: (hair) =>
    `<path d="M25 48c0-19 10-31 25-31s25 12 25 31c0 14-4 26-10 32H35c-6-6-10-18-10-32z" fill="${hair}"/>`,
};

const before: Record<Looks["style"], Drawing> = {
  short: fringe,
  bun: fringe,
  long: fringe,
  bob: fringe,
  curls: fringe,
  bald: none,
  // A ring of cloth around the face.
  scarf: (hair) =>
    `<path d="M39 62h22l5 15c-8 7-24 7-32 0z" fill="${hair}"/><path fill-rule="evenodd" d="M29 44c0-16 8-24 21-24s21 8 21 24c0 15-8 25-21 25S29 59 29 44zm6 1c0 12 6 19 15 19s15-7 15-19c0-10-5-16-15-16s-15 6-15 16z" fill="${hair}"/>`,
};
