import { directConversationId, type UserId } from "@parley/schema";
import { useToast } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { type Accessor, createSignal, lazy, Show, Suspense } from "solid-js";
import { mentioned } from "../../formatting/mentioned.ts";
import { useI18n } from "../../i18n/index.ts";
import { type MemberEntry, type TimelineMessage, useSync } from "../../sync/index.ts";
import { kindLine } from "../kinds/kind-line.ts";
import { createSelection } from "./create-selection.ts";
import type { BulkActs } from "./SelectionBar.tsx";
import { toClipboard } from "./to-clipboard.ts";

const ForwardDialog = lazy(() => import("./ForwardDialog.tsx").then((module) => ({ default: module.ForwardDialog })));

/** Passing messages on, keeping them, taking them away with one, and out of one's sight. */
export function createPassingOn(source: {
  me: Accessor<UserId>;
  messages: Accessor<readonly TimelineMessage[]>;
  members: Accessor<readonly MemberEntry[]>;
}) {
  const i18n = useI18n();
  const { t, formatTime } = i18n;
  const sync = useSync();
  const toast = useToast();
  const navigate = useNavigate();
  const selection = createSelection(source.messages);
  const [forwarding, setForwarding] = createSignal<TimelineMessage[]>();
  const nameOf = (id: UserId | undefined) => source.members().find((it) => it.userId === id)?.person.displayName ?? "";
  const namesOf = (messages: TimelineMessage[]) => messages.map((it) => nameOf(it.senderId));

  const acts: BulkActs = {
    forward: (messages) => setForwarding(messages),
    async save(messages) {
      const saved = await directConversationId(source.me(), source.me());
      const targets = [{ conversationId: saved, to: source.me() }];
      void sync.do.forwardMessages({ messages, targets, isNamed: true, names: namesOf(messages) });
      toast.show({
        text: t("passing.saved", { count: messages.length }),
        action: { label: t("passing.showSaved"), run: () => navigate(`/c/${saved}`) },
      });
    },
    async copy(messages) {
      const copied = messages.map((message) => ({
        name: message.senderId === source.me() ? t("messages.you") : nameOf(message.senderId),
        at: formatTime(message.createdAt),
        text: message.text || kindLine(i18n, message),
        isFormatted: message.kind === "text",
        nameOf: (username: string) => nameOf(mentioned(message, username)) || username,
      }));
      await toClipboard(import("./copied.ts").then(({ formsOf }) => formsOf(copied)));
      toast.show({ text: t("messages.copied") });
    },
    hide(messages) {
      const [first] = messages;
      if (!first) return;
      const ids = messages.map((it) => it.id);
      void sync.do.hideMessages(first.conversationId, ids, true);
      toast.show({
        text: t("passing.hidden", { count: ids.length }),
        action: { label: t("passing.undo"), run: () => void sync.do.hideMessages(first.conversationId, ids, false) },
      });
    },
  };

  return {
    selection,
    acts,
    Outlet: () => (
      <Suspense>
        <Show when={forwarding()}>
          {(messages) => (
            <ForwardDialog
              messages={messages()}
              names={namesOf(messages())}
              onDone={() => {
                setForwarding(undefined);
                selection.clear();
              }}
              onClose={() => setForwarding(undefined)}
            />
          )}
        </Show>
      </Suspense>
    ),
  };
}
