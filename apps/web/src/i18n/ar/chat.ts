import { conversations } from "./conversations.ts";
import { door } from "./door.ts";
import { formatting } from "./formatting.ts";
import { later } from "./later.ts";
import { messages } from "./messages.ts";
import { organising } from "./organising.ts";
import { people } from "./people.ts";
import { sharing } from "./sharing.ts";
import { shell } from "./shell.ts";
import { threads } from "./threads.ts";

/** What stands on the first screens of someone who is in; the rest follows at once. */
export const chat = {
  ...conversations,
  ...door,
  ...formatting,
  ...later,
  ...messages,
  ...organising,
  ...people,
  ...sharing,
  ...shell,
  ...threads,
};
