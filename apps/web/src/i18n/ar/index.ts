import { chat } from "./chat.ts";
import { organisingActs } from "./organising-acts.ts";
import { search } from "./search.ts";

export const catalog = {
  ...organisingActs,
  ...chat,
  ...search,
};
