import type { MessageRow } from "@parley/schema";
import { mentioned } from "../../formatting/mentioned.ts";
import { useI18n } from "../../i18n/index.ts";
import { createPersonFinder } from "../../sync/index.ts";
import { kindLine } from "./kind-line.ts";

type Told = Partial<Pick<MessageRow, "kind" | "text" | "content" | "attachments" | "mentions" | "deletedAt">>;

/** A message in a line, as `kindLine` says it, with those it mentions by the names they have now; also that it is gone. */
export function createMessageLine(): (message: Told) => string {
  const { t } = useI18n();
  const personOf = createPersonFinder();
  return ({ kind = "text", text = "", content, attachments, ...message }) => {
    if (message.deletedAt) return t("messages.deleted");
    const nameOf = (name: string) => {
      const person = personOf(mentioned(message, name));
      return person?.isDeleted ? t("people.deletedAccount") : (person?.displayName ?? name);
    };
    return kindLine({ t }, { kind, text, ...(content && { content }), ...(attachments && { attachments }) }, nameOf);
  };
}
