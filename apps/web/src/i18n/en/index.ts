import { conversations } from "./conversations.ts";
import { door } from "./door.ts";
import { messages } from "./messages.ts";
import { people } from "./people.ts";
import { settings } from "./settings.ts";

export const catalog = { ...door, ...settings, ...conversations, ...messages, ...people };
