import { accounts } from "./accounts.ts";
import { app } from "./app.ts";

export const door = { ...app, ...accounts };
