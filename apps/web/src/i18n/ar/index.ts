import { conversations } from "./conversations.ts";
import { door } from "./door.ts";
import { messages } from "./messages.ts";
import { people } from "./people.ts";

export const catalog = { ...door, ...conversations, ...messages, ...people };
