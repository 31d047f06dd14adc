import { type ConversationSettings, type MemberRole, settingOf } from "@parley/schema";
import { Select, Switch } from "@parley/ui";
import { createUniqueId, For, type JSX, Show } from "solid-js";
import { AddressSetting } from "../channels/AddressSetting.tsx";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, useSync } from "../sync/index.ts";
import { BannedPeople } from "./BannedPeople.tsx";
import { MessageSettings } from "./MessageSettings.tsx";
import { slowModeWords } from "./slow-mode-words.ts";

const roleSettings = ["whoMayPost", "whoMayPin", "whoMayAdd", "whoMayEdit", "whoMayMentionAll"] as const;
const pauses = ["0", "10", "30", "60", "300", "900", "3600"] as const;

/** Who may do what in a group, how fast they write, how others come in and what they see. */
export function GroupSettings(props: { group: ConversationDetails }) {
  const { t } = useI18n();
  const sync = useSync();
  const historyId = createUniqueId();
  const commentsId = createUniqueId();
  const update = (changed: { settings?: Partial<ConversationSettings>; hidesHistory?: boolean }) =>
    void sync.do.updateConversation({ conversationId: props.group.id, ...changed });
  const roles = () => {
    const least: MemberRole[] = props.group.kind === "channel" ? ["moderator"] : ["member", "moderator"];
    return [...least, "admin" as const, "owner" as const].map((value) => ({ value, label: t(`groups.who.${value}`) }));
  };
  const shown = () => roleSettings.filter((name) => props.group.kind === "group" || name !== "whoMayMentionAll");

  return (
    <>
      <Section title={t("groups.permissions")}>
        <For each={shown()}>
          {(name) => (
            <Choice label={t(`groups.${name}`)}>
              {(id) => (
                <Select
                  id={id}
                  value={settingOf(props.group, name)}
                  options={roles()}
                  onChange={(role) => update({ settings: { [name]: role } })}
                />
              )}
            </Choice>
          )}
        </For>
      </Section>
      <Show when={props.group.kind === "channel"}>
        <AddressSetting channel={props.group} />
        <Section title={t("channels.comments")}>
          <div class="setrow">
            <span class="setrow__t">
              <b>
                <label for={commentsId}>{t("channels.hasComments")}</label>
              </b>
              <small>{t("channels.hasCommentsText")}</small>
            </span>
            <Switch
              id={commentsId}
              checked={settingOf(props.group, "hasComments")}
              onChange={(hasComments) => update({ settings: { hasComments } })}
            />
          </div>
        </Section>
      </Show>
      <Section title={t("groups.slowMode")}>
        <Choice label={t("groups.slowModeBetween")} detail={t("groups.slowModeText")}>
          {(id) => (
            <Select
              id={id}
              value={pauses.find((it) => Number(it) === settingOf(props.group, "slowModeSeconds")) ?? "0"}
              options={pauses.map((value) => ({
                value,
                label: value === "0" ? t("groups.slowModeNone") : slowModeWords(t, Number(value)),
              }))}
              onChange={(seconds) => update({ settings: { slowModeSeconds: Number(seconds) } })}
            />
          )}
        </Choice>
      </Section>
      <Section title={t("groups.joining")}>
        <Choice label={t("groups.joinBy")}>
          {(id) => (
            <Select
              id={id}
              value={settingOf(props.group, "joinBy")}
              options={(["link", "request"] as const).map((value) => ({ value, label: t(`groups.joinBy.${value}`) }))}
              onChange={(joinBy) => update({ settings: { joinBy } })}
            />
          )}
        </Choice>
        <Show when={props.group.kind === "group"}>
          <div class="setrow">
            <span class="setrow__t">
              <b>
                <label for={historyId}>{t("conversations.showsHistory")}</label>
              </b>
              <small>{t("conversations.showsHistoryText")}</small>
            </span>
            <Switch
              id={historyId}
              checked={!props.group.hidesHistory}
              onChange={(isOn) => update({ hidesHistory: !isOn })}
            />
          </div>
        </Show>
      </Section>
      <MessageSettings conversation={props.group} />
      <BannedPeople conversationId={props.group.id} />
    </>
  );
}

function Section(props: { title: string; children: JSX.Element }) {
  return (
    <section class="sect" aria-label={props.title}>
      <h3 class="sect__head">{props.title}</h3>
      {props.children}
    </section>
  );
}

/** A line with what is chosen beside it. */
function Choice(props: { label: string; detail?: string; children(id: string): JSX.Element }) {
  const id = createUniqueId();
  return (
    <div class="setrow setrow--choice">
      <span class="setrow__t">
        <b>
          <label for={id}>{props.label}</label>
        </b>
        <Show when={props.detail}>
          <small>{props.detail}</small>
        </Show>
      </span>
      {props.children(id)}
    </div>
  );
}
