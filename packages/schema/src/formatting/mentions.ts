import { foldUsername } from "../fold-username.ts";
import type { UserId } from "../ids.ts";
import { limits } from "../limits.ts";
import type { MessageDetails } from "../rows.ts";
import type { Block, Inline } from "./nodes.ts";
import { parseText } from "./parse-blocks.ts";

/** The name that means all members, of those who may. */
export const everyone = "everyone";

/** The names after an @ in a text, as usernames are kept, each once. What stands in code names nobody. */
export function namesMentioned(text: string): string[] {
  if (!text.includes("@")) return [];
  const names = new Set<string>();
  const look = (of: readonly (Block | Inline)[]): void => {
    for (const node of of) {
      if (typeof node === "string" || node.type === "code" || node.type === "hashtag") continue;
      if (node.type === "mention") names.add(foldUsername(node.name));
      else if (node.type === "list") for (const item of node.items) look(item.of);
      else look(node.of);
    }
  };
  look(parseText(text));
  return [...names].slice(0, limits.mentions);
}

/** Whom a text means among these people; `@everyone` only for who may say it. The API and the device ask the same. */
export function mentionsIn(
  text: string,
  people: readonly { userId: UserId; username: string }[],
  mayMentionAll: boolean,
): Pick<MessageDetails, "mentions" | "mentionsAll"> {
  const names = namesMentioned(text);
  const mentions = names.flatMap((name) => {
    const meant = people.find((it) => it.username === name);
    return meant ? [{ userId: meant.userId, username: meant.username }] : [];
  });
  return {
    ...(mentions.length > 0 && { mentions }),
    ...(mayMentionAll && names.includes(everyone) && { mentionsAll: true as const }),
  };
}
