import { accounts } from "./accounts.ts";
import { app } from "./app.ts";
import { conversations } from "./conversations.ts";
import { messages } from "./messages.ts";
import { people } from "./people.ts";

export const catalog = { ...app, ...accounts, ...conversations, ...messages, ...people };
