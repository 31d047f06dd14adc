import type { UserId } from "@parley/schema";
import { colourOf, Icon, IconButton } from "@parley/ui";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { createPerson } from "../sync/index.ts";
import type { About } from "./create-composing.ts";
import { createMessageLine } from "./kinds/create-message-line.ts";

/** Above the field: whom and what one answers, and the way out of it. */
export function Replying(props: { to: About; me: UserId; onLeave(): void }) {
  const { t } = useI18n();
  const person = createPerson(() => props.to.senderId);
  const name = () => (props.to.senderId === props.me ? t("messages.you") : (person()?.displayName ?? ""));
  const line = createMessageLine();
  return (
    <div class="composer__ctx">
      <Icon name="reply" size="sm" flips />
      <div class="quote" data-p={props.to.senderId && colourOf(props.to.senderId)}>
        <b>{t("messages.replyingTo", { name: name() })}</b>
        <span dir="auto">
          <EmojiText text={line(props.to)} />
        </span>
      </div>
      <IconButton icon="x" iconSize="sm" label={t("messages.leaveReply")} onClick={() => props.onLeave()} />
    </div>
  );
}
