import { chat } from "./chat.ts";
import { groups } from "./groups.ts";
import { kinds } from "./kinds.ts";
import { search } from "./search.ts";
import { settings } from "./settings.ts";

export const catalog = {
  ...chat,
  ...groups,
  ...kinds,
  ...search,
  ...settings,
};
