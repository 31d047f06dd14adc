import type { MessageRow } from "@parley/schema";
import { plainText } from "@parley/schema/formatting";
import type { IconName } from "@parley/ui";
import { filesLine } from "../../attachments/files-line.ts";
import type { I18n } from "../../i18n/i18n.tsx";

/** The kinds this version knows how to show. */
export const icons = {
  poll: "poll",
  code: "file-text",
  location: "map-pin",
  contact: "contact-card",
} as const satisfies Record<string, IconName>;
type Kind = keyof typeof icons;

export const kindOf = (message: Pick<MessageRow, "kind" | "content">): Kind | undefined =>
  message.content && message.kind in icons ? (message.kind as Kind) : undefined;

/** A message in a line, for lists, quotes and whoever hears it: its words, or what kind of thing it is and its name. */
export function kindLine(
  { t }: Pick<I18n, "t">,
  message: Pick<MessageRow, "kind" | "content" | "text" | "attachments">,
  nameOf?: (username: string) => string,
): string {
  const kind = kindOf(message);
  if (message.kind === "text")
    return filesLine({ t }, message.attachments ?? [], plainText(message.text, undefined, nameOf));
  if (!kind) return t("messages.unknownKind");
  const name = message.text.split("\n", 1)[0] ?? "";
  return t(`kinds.line.${kind}`, { name });
}
