import { conversations } from "./conversations.ts";
import { door } from "./door.ts";
import { formatting } from "./formatting.ts";
import { groups } from "./groups.ts";
import { kinds } from "./kinds.ts";
import { later } from "./later.ts";
import { messages } from "./messages.ts";
import { organising } from "./organising.ts";
import { people } from "./people.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";

export const catalog = {
  ...conversations,
  ...door,
  ...formatting,
  ...groups,
  ...kinds,
  ...later,
  ...messages,
  ...organising,
  ...people,
  ...settings,
  ...shell,
};
