/** Accents and vowel points: they change how a name sounds, hardly how it looks. Vowel signs of Indic scripts are letters and stay. */
export const marksThatHide =
  /[\u0300-\u036F]|[\u0483-\u0487]|[\u0591-\u05C7]|[\u0610-\u061A]|[\u064B-\u065F]|\u0670|[\u1AB0-\u1AFF]|[\u1DC0-\u1DFF]/gu;

// Each row: the sign that stands for all, then what looks like it in Latin, Cyrillic, Greek, Armenian and digits.
const rows = [
  "a аαɑ",
  "b ЬьƄ",
  "c сϲ",
  "d ԁđɗ",
  "e еєҽ",
  "f ƒ",
  "g ɡց",
  "h һհ",
  "i іιıɩ",
  "j јϳ",
  "k кκқ",
  "l 1ӏłǀ",
  "m мμ",
  "n пηпո",
  "o 0оοσøօ٥ه०๐໐",
  "p рρҏ",
  "q ԛգ",
  "r гᴦ",
  "s ѕ",
  "t тτŧ",
  "u υսцʋ",
  "v νѵ",
  "w ѡԝωա",
  "x хχ×",
  "y уүγყ",
  "z ᴢ",
  "3 зҙӡȝʒ",
  "6 б",
  "æ ӕ",
  "_ .-",
];

/** From a sign to the one that stands for all that look like it. */
export const lookAlikes: ReadonlyMap<string, string> = new Map(
  rows.flatMap((row) => {
    const [first = "", others = ""] = row.split(" ");
    return Array.from(others, (other) => [other, first] as const);
  }),
);

/** Names that would speak for Parley, or that routes and commands need. */
export const reservedUsernames = [
  ...[
    "parley",
    "admin",
    "administrator",
    "moderator",
    "owner",
    "root",
    "system",
    "staff",
    "team",
    "official",
    "operator",
  ],
  ...[
    "support",
    "help",
    "helpdesk",
    "security",
    "abuse",
    "postmaster",
    "webmaster",
    "hostmaster",
    "noreply",
    "no-reply",
    "mailer-daemon",
  ],
  ...["everyone", "here", "all", "channel", "group", "nobody", "anonymous", "deleted", "unknown", "you", "myself"],
  ...[
    "settings",
    "saved",
    "sign-in",
    "sign-up",
    "signin",
    "signup",
    "login",
    "logout",
    "account",
    "invite",
    "join",
    "search",
    "new",
  ],
  ...[
    "api",
    "trpc",
    "files",
    "parties",
    "health",
    "metrics",
    "www",
    "mail",
    "null",
    "undefined",
    "true",
    "false",
    "bot",
    "assistant",
  ],
];
