import { limits, type Person } from "@parley/schema";
import { Button, Dialog } from "@parley/ui";
import { createSignal } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { PeoplePicker } from "../people/PeoplePicker.tsx";
import { type ConversationEntry, type MemberEntry, useSync } from "../sync/index.ts";

/** Adds people to a group. */
export function AddMembers(props: { group: ConversationEntry; members: MemberEntry[]; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const [picked, setPicked] = createSignal<Person[]>([]);
  const room = () => Math.min(limits.addMembersAtOnce, limits.groupMembers - props.members.length);

  const add = () => {
    if (picked().length > 0)
      void sync.do.addMembers(
        { conversationId: props.group.id, userIds: picked().map((person) => person.id) },
        picked(),
      );
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("conversations.addPeopleTo", { title: props.group.title })}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button variant="primary" disabled={picked().length === 0} onClick={add}>
            {t("conversations.add")}
          </Button>
        </>
      }
    >
      <div class="addmembers">
        <PeoplePicker
          picked={picked()}
          except={props.members.map((member) => member.userId)}
          onChange={(people) => setPicked(people.slice(0, room()))}
        />
      </div>
    </Dialog>
  );
}
