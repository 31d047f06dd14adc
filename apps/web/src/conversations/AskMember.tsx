import { type ConversationId, limits, type UserId } from "@parley/schema";
import { Button, Dialog, Field, TextInput } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";

export type MemberQuestion = "remove" | "handOver" | "ban";

/** Asks before somebody is removed or banned, or the group changes hands. */
export function AskMember(props: {
  question: MemberQuestion;
  name: string;
  title: string;
  who: { conversationId: ConversationId; userId: UserId };
  onClose(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const [reason, setReason] = createSignal("");
  const words = () => {
    const { name, title } = props;
    switch (props.question) {
      case "remove":
        return {
          title: t("people.removeTitle", { name }),
          text: t("people.removeText", { title }),
          keep: t("people.keepThem"),
          act: t("people.remove"),
        };
      case "ban":
        return {
          title: t("groups.banTitle", { name }),
          text: t("groups.banText", { title }),
          keep: t("people.keepThem"),
          act: t("groups.ban"),
        };
      default:
        return {
          title: t("people.handOverTitle", { name }),
          text: t("people.handOverText", { name }),
          keep: t("people.keepGroup"),
          act: t("people.handOver"),
        };
    }
  };
  const act = () => {
    if (props.question === "remove") void sync.do.removeMember(props.who);
    else if (props.question === "ban") void sync.do.banMember({ ...props.who, reason: reason().trim() });
    else void sync.do.handOver(props.who);
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={words().title}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{words().keep}</Button>
          <Button variant="danger" onClick={act}>
            {words().act}
          </Button>
        </>
      }
    >
      <p class="muted">{words().text}</p>
      <Show when={props.question === "ban"}>
        <Field label={t("groups.banReason")} hint={t("groups.banReasonHint")}>
          <TextInput value={reason()} maxlength={limits.noteLength} dir="auto" onInput={setReason} />
        </Field>
      </Show>
    </Dialog>
  );
}
