import { chat } from "./chat.ts";
import { groups } from "./groups.ts";
import { kinds } from "./kinds.ts";
import { settings } from "./settings.ts";

export const catalog = {
  ...chat,
  ...groups,
  ...kinds,
  ...settings,
};
