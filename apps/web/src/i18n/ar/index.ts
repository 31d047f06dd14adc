import { chat } from "./chat.ts";
import { search } from "./search.ts";

export const catalog = {
  ...chat,
  ...search,
};
