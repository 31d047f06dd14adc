import { chat } from "./chat.ts";

export const catalog = {
  ...chat,
};
