import type { ConversationId, UserId } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";

export type MemberQuestion = "remove" | "handOver";

/** Asks before somebody is removed or the group changes hands. */
export function AskMember(props: {
  question: MemberQuestion;
  name: string;
  title: string;
  who: { conversationId: ConversationId; userId: UserId };
  onClose(): void;
}) {
  const { t } = useI18n();
  const sync = useSync();
  const isRemoval = () => props.question === "remove";
  const act = () => {
    void (isRemoval() ? sync.do.removeMember(props.who) : sync.do.handOver(props.who));
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={
        isRemoval() ? t("people.removeTitle", { name: props.name }) : t("people.handOverTitle", { name: props.name })
      }
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{isRemoval() ? t("people.keepThem") : t("people.keepGroup")}</Button>
          <Button variant="danger" onClick={act}>
            {isRemoval() ? t("people.remove") : t("people.handOver")}
          </Button>
        </>
      }
    >
      <p class="muted">
        {isRemoval() ? t("people.removeText", { title: props.title }) : t("people.handOverText", { name: props.name })}
      </p>
    </Dialog>
  );
}
