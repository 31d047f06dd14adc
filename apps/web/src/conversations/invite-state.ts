import type { InviteRow } from "@parley/schema";
import type { I18n } from "../i18n/index.ts";

/** How long a link lives and how often it was used, in a line. */
export function inviteState(
  link: Pick<InviteRow, "expiresAt" | "maxUses" | "useCount">,
  now: number,
  i18n: Pick<I18n, "t" | "formatFull">,
): string {
  if (link.expiresAt && Date.parse(link.expiresAt) <= now) return i18n.t("conversations.linkEnded");
  const life = link.expiresAt
    ? i18n.t("conversations.linkUntil", { when: i18n.formatFull(link.expiresAt) })
    : i18n.t("conversations.linkForever");
  const uses =
    link.maxUses === null
      ? i18n.t("conversations.linkUsed", { count: link.useCount })
      : i18n.t("conversations.linkUsedOf", { count: link.useCount, limit: link.maxUses });
  return `${life} · ${uses}`;
}
