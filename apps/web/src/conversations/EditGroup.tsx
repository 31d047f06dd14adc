import { limits } from "@parley/schema";
import { Button, Field, TextArea, TextInput } from "@parley/ui";
import { createSignal, untrack } from "solid-js";
import { AvatarChoice } from "../accounts/AvatarChoice.tsx";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, useSync } from "../sync/index.ts";

/** Changes a group's picture, name and description; everyone is told in the timeline. */
export function EditGroup(props: { group: ConversationDetails; onDone(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  // What others change meanwhile must not overwrite what is being typed.
  const before = untrack(() => props.group);
  const [title, setTitle] = createSignal(before.title);
  const [description, setDescription] = createSignal(before.description);
  const [avatarId, setAvatarId] = createSignal(before.avatarId);
  const [error, setError] = createSignal<string>();

  const save = (event: SubmitEvent) => {
    event.preventDefault();
    if (!title().trim()) {
      setError(t("conversations.titleMissing"));
      return;
    }
    const changed = {
      ...(title().trim() !== props.group.title && { title: title().trim() }),
      ...(description().trim() !== props.group.description && { description: description().trim() }),
      ...(avatarId() !== props.group.avatarId && { avatarId: avatarId() }),
    };
    if (Object.keys(changed).length > 0)
      void sync.do.updateConversation({ conversationId: props.group.id, ...changed });
    props.onDone();
  };

  return (
    <form class="sect" onSubmit={save} novalidate>
      <AvatarChoice name={title()} seed={props.group.id} avatarId={avatarId()} onChange={setAvatarId} />
      <Field label={t("conversations.title")} error={error()}>
        <TextInput value={title()} maxlength={limits.titleLength} dir="auto" onInput={setTitle} />
      </Field>
      <Field label={t("conversations.description")}>
        <TextArea
          value={description()}
          rows={3}
          maxlength={limits.descriptionLength}
          dir="auto"
          onInput={setDescription}
        />
      </Field>
      <div class="formacts">
        <Button onClick={props.onDone}>{t("app.cancel")}</Button>
        <Button type="submit" variant="primary">
          {t("conversations.saveGroup")}
        </Button>
      </div>
    </form>
  );
}
