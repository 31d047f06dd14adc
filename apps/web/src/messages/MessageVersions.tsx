import type { MessageVersion } from "@parley/schema";
import { Button, Dialog, Spinner } from "@parley/ui";
import { createSignal, For, onMount, Show } from "solid-js";
import { errorSentence, useI18n } from "../i18n/index.ts";
import { type TimelineMessage, useSync } from "../sync/index.ts";

/** What an edited message said before, newest first. The server keeps it, so it is asked for. */
export function MessageVersions(props: { message: TimelineMessage; onClose(): void }) {
  const i18n = useI18n();
  const sync = useSync();
  const [versions, setVersions] = createSignal<MessageVersion[]>();
  const [failure, setFailure] = createSignal<string>();

  onMount(async () => {
    try {
      setVersions(
        await sync.api.messages.versions.query({
          conversationId: props.message.conversationId,
          messageId: props.message.id,
        }),
      );
    } catch (error) {
      setFailure(errorSentence(i18n, error));
    }
  });

  return (
    <Dialog
      isOpen
      title={i18n.t("messages.versions")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{i18n.t("app.close")}</Button>}
    >
      <Show when={failure()}>
        {(sentence) => (
          <p class="error" role="alert">
            {sentence()}
          </p>
        )}
      </Show>
      <Show
        when={versions()}
        fallback={
          <Show when={!failure()}>
            <Spinner label={i18n.t("app.loading")} />
          </Show>
        }
      >
        {(all) => (
          <ol class="versions">
            <For each={all().toReversed()}>
              {(version) => (
                <li>
                  <time class="t-xs faint" datetime={version.writtenAt}>
                    {i18n.formatFull(version.writtenAt)}
                  </time>
                  <p class="versions__text" dir="auto">
                    {version.text}
                  </p>
                </li>
              )}
            </For>
          </ol>
        )}
      </Show>
    </Dialog>
  );
}
