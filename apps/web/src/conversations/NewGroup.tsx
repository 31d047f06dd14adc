import { type FileId, limits, type Person } from "@parley/schema";
import { Button, Field, Switch, TextArea, TextInput } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createSignal, createUniqueId, Show } from "solid-js";
import { AvatarChoice } from "../accounts/AvatarChoice.tsx";
import { useI18n } from "../i18n/index.ts";
import { PeoplePicker } from "../people/PeoplePicker.tsx";
import { useSync } from "../sync/index.ts";
import { PageHead } from "./PageHead.tsx";

/** A new group or channel: its name, who is in it, and what newcomers may read. */
export function NewGroup(props: { kind: "group" | "channel" }) {
  const { t } = useI18n();
  const sync = useSync();
  const navigate = useNavigate();
  const historyId = createUniqueId();
  const [title, setTitle] = createSignal("");
  const [description, setDescription] = createSignal("");
  const [avatarId, setAvatarId] = createSignal<FileId | null>(null);
  const [showsHistory, setShowsHistory] = createSignal(true);
  const [members, setMembers] = createSignal<Person[]>([]);
  const [error, setError] = createSignal<string>();

  const isChannel = () => props.kind === "channel";

  const create = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!title().trim()) {
      setError(t("conversations.titleMissing"));
      return;
    }
    const id = await sync.do.createGroup(
      {
        ...(isChannel() && { kind: "channel" as const }),
        title: title().trim(),
        description: description().trim(),
        avatarId: avatarId(),
        hidesHistory: !isChannel() && !showsHistory(),
        memberIds: members().map((person) => person.id),
      },
      members(),
    );
    navigate(`/c/${id}`, { replace: true });
  };

  return (
    <form class="newpage" onSubmit={create} novalidate>
      <PageHead
        title={isChannel() ? t("channels.new") : t("conversations.newGroup")}
        backTo="/new"
        isBackAlways
        end={
          <Button type="submit" variant="primary">
            {isChannel() ? t("channels.create") : t("conversations.createGroup")}
          </Button>
        }
      />
      <div class="newpage__body scroll">
        <AvatarChoice name={title()} seed={title()} avatarId={avatarId()} onChange={setAvatarId} />
        <Field label={isChannel() ? t("channels.title") : t("conversations.title")} error={error()}>
          <TextInput
            value={title()}
            maxlength={limits.titleLength}
            dir="auto"
            autofocus
            onInput={(text) => {
              setTitle(text);
              setError(undefined);
            }}
          />
        </Field>
        <Field label={t("conversations.description")} hint={t("conversations.descriptionHint")}>
          <TextArea
            value={description()}
            rows={2}
            maxlength={limits.descriptionLength}
            dir="auto"
            onInput={setDescription}
          />
        </Field>
        <Show when={!isChannel()}>
          <div class="setrow">
            <span class="setrow__t">
              <b>
                <label for={historyId}>{t("conversations.showsHistory")}</label>
              </b>
              <small>{t("conversations.showsHistoryText")}</small>
            </span>
            <Switch id={historyId} checked={showsHistory()} onChange={setShowsHistory} />
          </div>
        </Show>
        <section class="sect">
          <h2 class="sect__head">{isChannel() ? t("channels.firstSubscribers") : t("conversations.whoIsIn")}</h2>
          <PeoplePicker
            picked={members()}
            onChange={(picked) => setMembers(picked.slice(0, limits.groupMembers - 1))}
          />
        </section>
      </div>
    </form>
  );
}
