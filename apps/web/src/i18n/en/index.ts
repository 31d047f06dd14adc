import { accounts } from "./accounts.ts";
import { app } from "./app.ts";
import { conversations } from "./conversations.ts";
import { errors } from "./errors.ts";
import { messages } from "./messages.ts";
import { people } from "./people.ts";
import { settings } from "./settings.ts";

export const catalog = { ...app, ...accounts, ...settings, ...errors, ...conversations, ...messages, ...people };
