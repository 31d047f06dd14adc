import { Button, Dialog, Switch } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, type MemberEntry, useSync } from "../sync/index.ts";

/** The way out; for those who are out, the way to be rid of what is left here. */
export function LeaveGroup(props: { group: ConversationDetails; others: MemberEntry[] }) {
  const { t } = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const quietId = createUniqueId();
  const [isAsking, setAsking] = createSignal(false);
  const [isQuiet, setQuiet] = createSignal(false);
  const mustHandOver = () => props.group.me.role === "owner" && props.others.length > 0;

  const leave = () => {
    setAsking(false);
    void sync.do.leave(props.group.id, isQuiet());
    navigate(`/c/${props.group.id}`);
  };
  const forget = async () => {
    navigate("/");
    await sync.do.forgetConversation(props.group.id);
  };

  return (
    <Show
      when={!props.group.isLeft}
      fallback={
        <Button variant="danger-soft" icon="trash" onClick={() => void forget()}>
          {t("conversations.forget")}
        </Button>
      }
    >
      <Button variant="danger-soft" icon="log-out" onClick={() => setAsking(true)}>
        {props.group.kind === "channel" ? t("channels.unsubscribeDots") : t("conversations.leaveDots")}
      </Button>
      <Dialog
        isOpen={isAsking()}
        title={
          mustHandOver()
            ? t("conversations.handOverFirst")
            : props.group.kind === "channel"
              ? t("channels.unsubscribeTitle", { title: props.group.title })
              : t("conversations.leaveTitle", { title: props.group.title })
        }
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t("conversations.stay")}</Button>
            <Show when={!mustHandOver()}>
              <Button variant="danger" onClick={leave}>
                {props.group.kind === "channel" ? t("channels.unsubscribe") : t("conversations.leave")}
              </Button>
            </Show>
          </>
        }
      >
        <p class="muted">{mustHandOver() ? t("conversations.handOverFirstText") : t("conversations.leaveText")}</p>
        <Show when={!mustHandOver() && props.group.kind === "group"}>
          <div class="setrow">
            <span class="setrow__t">
              <b>
                <label for={quietId}>{t("groups.leaveQuietly")}</label>
              </b>
              <small>{t("groups.leaveQuietlyText")}</small>
            </span>
            <Switch id={quietId} checked={isQuiet()} onChange={setQuiet} />
          </div>
        </Show>
      </Dialog>
    </Show>
  );
}
