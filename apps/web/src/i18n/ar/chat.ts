import { conversations } from "./conversations.ts";
import { door } from "./door.ts";
import { formatting } from "./formatting.ts";
import { later } from "./later.ts";
import { messages } from "./messages.ts";
import { organising } from "./organising.ts";
import { people } from "./people.ts";
import { shell } from "./shell.ts";
import { threads } from "./threads.ts";

export const chat = {
  ...conversations,
  ...door,
  ...formatting,
  ...later,
  ...messages,
  ...organising,
  ...people,
  ...shell,
  ...threads,
};
