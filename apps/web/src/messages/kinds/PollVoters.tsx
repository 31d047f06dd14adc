import type { Choices, PollContent, UserId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { createEffect, createSignal, For, on, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { PersonRow } from "../../people/PersonRow.tsx";
import { createPerson, type TimelineMessage, useSync } from "../../sync/index.ts";

type Vote = { userId: UserId; choices: Choices };

/** Who chose what, by answer; asked again whenever the poll moves on. */
export function PollVoters(props: { message: TimelineMessage; poll: PollContent; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const [votes, setVotes] = createSignal<Vote[]>();
  const [isUnknown, setUnknown] = createSignal(false);

  createEffect(
    on(
      () => props.message.rev,
      async () => {
        const { conversationId, id: messageId } = props.message;
        try {
          const answer = await sync.api.messages.votes.query({ conversationId, messageId });
          setVotes(answer.votes);
          setUnknown(false);
        } catch {
          setUnknown(votes() === undefined);
        }
      },
    ),
  );
  const voters = (question: number, option: number) =>
    (votes() ?? []).filter((it) => it.choices[question]?.includes(option)).map((it) => it.userId);

  return (
    <Dialog
      isOpen
      title={t("kinds.poll.whoVoted")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <div class="reactlist" aria-busy={votes() === undefined && !isUnknown()}>
        <Show when={!isUnknown()} fallback={<p class="faint">{t("kinds.poll.votersOffline")}</p>}>
          <For each={props.poll.questions}>
            {(question, q) => (
              <>
                <Show when={props.poll.questions.length > 1}>
                  <h3 class="semi" dir="auto">
                    {question.text}
                  </h3>
                </Show>
                <For each={question.options}>
                  {(option, o) => (
                    <section class="sect">
                      <h4 class="sect__head reactlist__head">
                        <span dir="auto">{option}</span>
                        <span>{t("kinds.poll.votes", { count: voters(q(), o()).length })}</span>
                      </h4>
                      <ul class="plain">
                        <For each={voters(q(), o())}>
                          {(id) => {
                            const person = createPerson(() => id);
                            return <PersonRow id={id} person={person()} />;
                          }}
                        </For>
                      </ul>
                    </section>
                  )}
                </For>
              </>
            )}
          </For>
        </Show>
      </div>
    </Dialog>
  );
}
