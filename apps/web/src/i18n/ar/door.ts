import { accounts } from "./accounts.ts";
import { app } from "./app.ts";
import { errors } from "./errors.ts";

/** What someone who is signed out can read: loaded first, the rest once they are in. */
export const door = { ...app, ...accounts, ...errors };
