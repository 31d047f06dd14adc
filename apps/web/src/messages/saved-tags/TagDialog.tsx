import { limits, type SavedTags } from "@parley/schema";
import { Button, Chip, Dialog, Field, TextInput } from "@parley/ui";
import { createMemo, createSignal, createUniqueId, For, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { createOwn, createTagsOf, type TimelineMessage, useSync } from "../../sync/index.ts";
import { keyOf, tagsInUse, withTag } from "./tags.ts";
import "./saved-tags.css";

/** Which tags a saved message has: some that are in use, and new ones. */
export function TagDialog(props: { message: TimelineMessage; onClose(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const formId = createUniqueId();
  const own = createOwn<SavedTags>("tag");
  const inUse = createMemo(() => tagsInUse(own().map((row) => row.value)));
  const before = createTagsOf(() => props.message.id);
  const [picked, setPicked] = createSignal<string[]>([...before()]);
  const [typed, setTyped] = createSignal("");
  const isFull = () => picked().length >= limits.tagsEach;
  const isPicked = (tag: string) => picked().some((it) => keyOf(it) === keyOf(tag));
  /** What is in use, and what was just written. */
  const all = () => {
    const known = inUse().map((it) => it.tag);
    return [...known, ...picked().filter((tag) => !known.some((it) => keyOf(it) === keyOf(tag)))];
  };
  const toggle = (tag: string) =>
    setPicked((now) => (isPicked(tag) ? now.filter((it) => keyOf(it) !== keyOf(tag)) : withTag(now, tag, inUse())));
  const addTyped = () => {
    setPicked((now) => withTag(now, typed(), inUse()));
    setTyped("");
  };
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    if (typed().trim()) return addTyped();
    save();
  };
  const save = () => {
    addTyped();
    const { id, seq } = props.message;
    if (picked().length > 0) void sync.do.setTags(id, { seq, tags: picked() });
    else if (before().length > 0) void sync.do.setTags(id, null);
    props.onClose();
  };

  return (
    <Dialog
      isOpen
      title={t("tags.title")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.cancel")}</Button>
          <Button variant="primary" onClick={save}>
            {t("tags.save")}
          </Button>
        </>
      }
    >
      <form id={formId} class="tagform" onSubmit={submit}>
        <Show when={all().length > 0} fallback={<p class="muted">{t("tags.hint")}</p>}>
          <div class="tagform__all" role="group" aria-label={t("tags.all")}>
            <For each={all()}>
              {(tag) => (
                <Chip isPressed={isPicked(tag)} disabled={isFull() && !isPicked(tag)} onClick={() => toggle(tag)}>
                  <bdi class="truncate chip__name">{tag}</bdi>
                </Chip>
              )}
            </For>
          </div>
        </Show>
        <div class="tagform__new">
          <Field label={t("tags.new")} hint={isFull() ? t("tags.full", { count: limits.tagsEach }) : undefined}>
            <TextInput
              dir="auto"
              maxlength={limits.tagLength}
              value={typed()}
              disabled={isFull()}
              autofocus
              onInput={setTyped}
            />
          </Field>
          <Button type="submit" disabled={!typed().trim()}>
            {t("tags.add")}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
