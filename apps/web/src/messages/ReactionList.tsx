import { Button, Dialog } from "@parley/ui";
import { For, Show } from "solid-js";
import { EmojiText } from "../emoji/EmojiText.tsx";
import { useI18n } from "../i18n/index.ts";
import { PersonRow } from "../people/PersonRow.tsx";
import { createPerson, type TimelineMessage } from "../sync/index.ts";
import type { MessageActions, MessageSetting } from "./message-actions.ts";
import { canReact } from "./message-rights.ts";

/** Everyone who reacted, by emoji; one's own can be added and taken back here too. */
export function ReactionList(props: {
  message: TimelineMessage;
  setting: MessageSetting;
  actions: MessageActions;
  onClose(): void;
}) {
  const { t } = useI18n();
  const now = () => props.setting.find(props.message.id) ?? props.message;

  return (
    <Dialog
      isOpen
      title={t("messages.whoReacted")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <div class="reactlist">
        <For each={now().reactions} fallback={<p class="faint">{t("messages.noReactions")}</p>}>
          {(reaction) => (
            <section class="sect">
              <h3 class="sect__head reactlist__head">
                <span class="reactlist__emoji">
                  <EmojiText text={reaction.id} />
                </span>
                <Button
                  size="sm"
                  aria-pressed={reaction.isMine}
                  disabled={!canReact(now(), props.setting)}
                  onClick={() => props.actions.react(now(), reaction.id, !reaction.isMine)}
                >
                  {reaction.isMine ? t("messages.takeBack") : t("messages.addMine")}
                </Button>
              </h3>
              <Show when={props.setting.isChannel}>
                <p class="faint">{t("channels.reacted", { count: reaction.count ?? 0 })}</p>
              </Show>
              <ul class="plain">
                <For each={reaction.userIds}>
                  {(id) => {
                    const person = createPerson(() => id);
                    return <PersonRow id={id} person={person()} />;
                  }}
                </For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Dialog>
  );
}
