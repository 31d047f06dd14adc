import { type ConversationEvent, type ConversationSettings, memberRoles, type UserId } from "@parley/schema";
import { For, type JSX, Match, Show, Switch } from "solid-js";
import { slowModeWords } from "../conversations/slow-mode-words.ts";
import { useI18n } from "../i18n/index.ts";
import { PersonName } from "../people/PersonName.tsx";
import type { TimelineMessage } from "../sync/index.ts";

/** What happened in the conversation, in the reader's language. */
export function EventLine(props: { message: TimelineMessage; me: UserId }) {
  return (
    <p class="sys" data-message={props.message.id} tabindex="-1">
      <span>
        <EventWords event={props.message.event} senderId={props.message.senderId} me={props.me} />
      </span>
    </p>
  );
}

export function EventWords(props: { event: ConversationEvent | null; senderId: UserId; me: UserId }): JSX.Element {
  const { t, tx } = useI18n();
  const isOwn = () => props.senderId === props.me;
  const name = () => <PersonName id={props.senderId} />;
  const event = <Type extends ConversationEvent["type"]>(type: Type) =>
    props.event?.type === type ? (props.event as ConversationEvent & { type: Type }) : undefined;

  return (
    <Switch fallback={t("messages.event.unknown")}>
      <Match when={event("created")}>
        {isOwn() ? t("messages.event.youCreated") : tx("messages.event.created", { name: name() })}
      </Match>
      <Match when={event("added")}>
        {(it) =>
          isOwn()
            ? tx("messages.event.youAdded", { names: <Names ids={it().userIds} me={props.me} /> })
            : tx("messages.event.added", { name: name(), names: <Names ids={it().userIds} me={props.me} /> })
        }
      </Match>
      <Match when={event("removed")}>
        {(it) =>
          isOwn()
            ? tx("messages.event.youRemoved", { names: <Names ids={it().userIds} me={props.me} /> })
            : tx("messages.event.removed", { name: name(), names: <Names ids={it().userIds} me={props.me} /> })
        }
      </Match>
      <Match when={event("banned")}>
        {(it) =>
          tx("groups.event.banned", {
            name: isOwn() ? t("messages.you") : name(),
            names: <Names ids={it().userIds} me={props.me} />,
          })
        }
      </Match>
      <Match when={event("joined")}>
        {isOwn() ? t("messages.event.youJoined") : tx("messages.event.joined", { name: name() })}
      </Match>
      <Match when={event("left")}>
        {isOwn() ? t("messages.event.youLeft") : tx("messages.event.left", { name: name() })}
      </Match>
      <Match when={event("role")}>
        {(it) =>
          it().userId === props.me
            ? t(`messages.event.youRole.${it().role}`)
            : tx(`messages.event.role.${it().role}`, { name: <PersonName id={it().userId} /> })
        }
      </Match>
      <Match when={event("title")}>
        {(it) =>
          isOwn()
            ? tx("messages.event.youTitle", { title: <bdi>{it().title}</bdi> })
            : tx("messages.event.title", { name: name(), title: <bdi>{it().title}</bdi> })
        }
      </Match>
      <Match when={event("pinned")}>
        {isOwn() ? t("messages.event.youPinned") : tx("messages.event.pinned", { name: name() })}
      </Match>
      <Match when={event("settings")}>
        {(it) => <SettingsWords settings={it().settings} name={isOwn() ? t("messages.you") : name()} />}
      </Match>
      <Match when={event("expiry")}>{(it) => <ExpiryWords event={it()} name={isOwn() ? undefined : name()} />}</Match>
      <Match when={event("details")}>
        {isOwn() ? t("messages.event.youDetails") : tx("messages.event.details", { name: name() })}
      </Match>
    </Switch>
  );
}

/** One change is said in full; of several, that there were some. */
function SettingsWords(props: { settings: ConversationSettings; name: JSX.Element }): JSX.Element {
  const { t, tx } = useI18n();
  const only = () => {
    const [first, ...others] = Object.entries(props.settings);
    return others.length > 0 ? undefined : first;
  };
  const role = () => {
    const [name, value] = only() ?? [];
    return roleSettings.find((it) => it === name && memberRoles.some((known) => known === value));
  };

  return (
    <Switch fallback={tx("groups.event.settings", { name: props.name })}>
      <Match when={role()}>
        {(it) =>
          tx(`groups.event.${it()}`, { name: props.name, who: t(`groups.who.${props.settings[it()] ?? "member"}`) })
        }
      </Match>
      <Match when={only()?.[0] === "slowModeSeconds"}>
        {props.settings.slowModeSeconds
          ? tx("groups.event.slowMode", { name: props.name, wait: slowModeWords(t, props.settings.slowModeSeconds) })
          : tx("groups.event.slowModeOff", { name: props.name })}
      </Match>
      <Match when={only()?.[0] === "joinBy"}>
        {props.settings.joinBy === "request"
          ? tx("groups.event.joinByRequest", { name: props.name })
          : tx("groups.event.joinByLink", { name: props.name })}
      </Match>
    </Switch>
  );
}

const roleSettings = ["whoMayPost", "whoMayPin", "whoMayAdd", "whoMayEdit", "whoMayMentionAll"] as const;

function ExpiryWords(props: { event: ConversationEvent & { type: "expiry" }; name: JSX.Element | undefined }) {
  const { t, tx, formatDuration } = useI18n();
  const key = () => (props.event.expiresAfter === null ? "Off" : props.event.expiryStarts === "read" ? "Read" : "On");
  const time = () => formatDuration(props.event.expiresAfter ?? 0);
  return (
    <Show when={props.name} fallback={t(`later.eventYou${key()}`, { time: time() })}>
      {tx(`later.event${key()}`, { name: props.name, time: time() })}
    </Show>
  );
}

function Names(props: { ids: UserId[]; me: UserId }) {
  const { t } = useI18n();
  return (
    <For each={props.ids}>
      {(id, index) => (
        <>
          {index() > 0 ? ", " : ""}
          {id === props.me ? t("messages.youInside") : <PersonName id={id} />}
        </>
      )}
    </For>
  );
}
