import { Avatar, Icon } from "@parley/ui";
import { useSearchParams } from "@solidjs/router";
import { Show } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { useI18n } from "../i18n/index.ts";
import { useOpenDirect } from "../people/open-direct.ts";
import { PersonText } from "../people/PeoplePicker.tsx";
import { PeopleSearch } from "../people/PeopleSearch.tsx";
import { PersonAvatar } from "../people/PersonAvatar.tsx";
import { AskedToJoin } from "./AskedToJoin.tsx";
import { createMe } from "./create-view.ts";
import { NewGroup } from "./NewGroup.tsx";
import { PageHead } from "./PageHead.tsx";
import "./conversation.css";
import "./new-conversation.css";

/** Whom to write to: someone, a new group, or oneself. */
export function NewConversation() {
  const { t } = useI18n();
  const [search] = useSearchParams<{ group?: string; channel?: string }>();
  const me = createMe();
  const openDirect = useOpenDirect();
  const made = (): "group" | "channel" | undefined =>
    search.group !== undefined ? "group" : search.channel !== undefined ? "channel" : undefined;
  createTitle(() => {
    const kind = made();
    if (!kind) return t("conversations.new");
    return kind === "channel" ? t("channels.new") : t("conversations.newGroup");
  });

  return (
    <Show when={!made()} fallback={<NewGroup kind={made() ?? "group"} />}>
      <div class="newpage">
        <PageHead title={t("conversations.new")} backTo="/" />
        <div class="newpage__body scroll">
          <ul class="plain newpage__ways">
            <li>
              <a class="person" href="/new?group=1">
                <Avatar name="" seed="group" kind="group" icon="users" size={32} />
                <span class="person__t">
                  <b>{t("conversations.newGroup")}</b>
                  <small>{t("conversations.newGroupText")}</small>
                </span>
                <Icon name="chevron-end" size="sm" flips />
              </a>
            </li>
            <li>
              <a class="person" href="/new?channel=1">
                <Avatar name="" seed="channel" kind="group" icon="megaphone" size={32} />
                <span class="person__t">
                  <b>{t("channels.new")}</b>
                  <small>{t("channels.newText")}</small>
                </span>
                <Icon name="chevron-end" size="sm" flips />
              </a>
            </li>
            <li>
              <a class="person" href="/channels">
                <Avatar name="" seed="discover" kind="group" icon="globe" size={32} />
                <span class="person__t">
                  <b>{t("channels.discover")}</b>
                  <small>{t("channels.discoverText")}</small>
                </span>
                <Icon name="chevron-end" size="sm" flips />
              </a>
            </li>
            <li>
              <button type="button" class="person" onClick={() => void openDirect(me())}>
                <Avatar name="" seed="saved" icon="bookmark" size={32} />
                <span class="person__t">
                  <b>{t("app.saved")}</b>
                  <small>{t("conversations.savedState")}</small>
                </span>
              </button>
            </li>
          </ul>
          <AskedToJoin />
          <PeopleSearch>
            {(person) => (
              <li>
                <button type="button" class="person" onClick={() => void openDirect(person.id, { ...person })}>
                  <PersonAvatar id={person.id} person={person} size={32} />
                  <PersonText person={person} />
                </button>
              </li>
            )}
          </PeopleSearch>
        </div>
      </div>
    </Show>
  );
}
