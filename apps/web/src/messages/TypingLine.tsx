import type { ConversationId, MessageId, UserId } from "@parley/schema";
import { Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { PersonName } from "../people/PersonName.tsx";
import { createPerson, createTyping } from "../sync/index.ts";

/** Who is writing just now. Its place is kept free, so that it moves nothing when it comes and goes. */
export function TypingLine(props: { conversationId: ConversationId; threadId?: MessageId | undefined; me: UserId }) {
  const { t, tx } = useI18n();
  const typing = createTyping(
    () => props.conversationId,
    () => props.threadId,
  );
  const others = () => typing().filter((id) => id !== props.me);
  const first = createPerson(() => others()[0]);

  return (
    <div class="typing" aria-live="off">
      <Show when={others()[0]}>
        {(id) => (
          <>
            <PersonAvatar id={id()} person={first()} size={24} />
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
            <span>
              <Show when={others().length > 1} fallback={tx("messages.typingOne", { name: <PersonName id={id()} /> })}>
                {t("messages.typingMany", { count: others().length })}
              </Show>
            </span>
          </>
        )}
      </Show>
    </div>
  );
}
