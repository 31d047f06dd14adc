import type { Attachment } from "@parley/schema";
import { clock } from "../app/clock.ts";
import type { I18n } from "../i18n/i18n.tsx";

/** The files of a message in a few words, before its caption. */
export function filesLine({ t }: Pick<I18n, "t">, files: readonly Attachment[], caption: string): string {
  const [first] = files;
  if (!first) return caption;
  const count = files.length;
  const kind = files.every((it) => it.kind === first.kind) ? first.kind : "document";
  const what =
    count > 1
      ? t(`files.many.${kind === "image" || kind === "video" ? kind : "document"}`, { count })
      : kind === "voice"
        ? t("files.one.voice", { time: clock(first.durationMs ?? 0) })
        : kind === "audio" || kind === "document"
          ? first.name
          : t(`files.one.${kind}`);
  return caption ? t("messages.announced", { name: what, text: caption }) : what;
}
