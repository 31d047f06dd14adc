import type { ConversationId, UserId } from "@parley/schema";
import { isAtLeast, settingOf } from "@parley/schema";
import { everyone } from "@parley/schema/formatting";
import { createMemo, createResource, createSignal } from "solid-js";
import { createMe } from "../conversations/create-view.ts";
import { createEmojiList, findListed } from "../emoji/create-emoji-list.ts";
import { useI18n } from "../i18n/index.ts";
import { loadEmoji } from "../messages/emoji-list.ts";
import { loadEmojiWords, withWords } from "../messages/emoji-words.ts";
import { createConversation, createMembers } from "../sync/index.ts";
import { type Asked, askedAt, findNamed, shortcodeAt } from "./asked-at.ts";
import { change } from "./edit-field.ts";
import { emojiOf, findShortcodes } from "./shortcodes.ts";

const mostEmoji = 6;
const mostOurs = 4;

export type Completion = { text: string; label: string; note: string; emoji?: string; userId?: UserId };

/** What could be meant by the @ or the colon that is being typed, and how to take it. */
export function createCompletions(source: { conversationId(): ConversationId; field: HTMLTextAreaElement }) {
  const { t, language } = useI18n();
  const me = createMe();
  const members = createMembers(() => source.conversationId());
  const conversation = createConversation(() => source.conversationId());
  const list = createEmojiList();
  const [asked, setAsked] = createSignal<Asked>();
  const [active, setActive] = createSignal(0);
  const [wantsEmoji, setWantsEmoji] = createSignal(false);
  // Found by the words of whoever writes, as in the picker.
  const [groups] = createResource(
    () => wantsEmoji() && language(),
    async (reader) => {
      const [emoji, words] = await Promise.all([loadEmoji(), loadEmojiWords(reader)]);
      return withWords(emoji, words, reader);
    },
  );

  const people = createMemo(() => {
    const others = members()
      .filter((it) => it.userId !== me() && !it.person.isDeleted && it.person.username)
      .map(({ userId, person: { displayName, username } }) => ({
        userId: userId as UserId | undefined,
        displayName,
        username,
      }));
    const here = conversation();
    // Never alone in the list, where who meant somebody would take it unawares.
    const mayAll =
      here &&
      others.length > 0 &&
      isAtLeast(here.me.role, settingOf(here, "whoMayMentionAll")) &&
      here.kind !== "saved";
    return mayAll
      ? [...others, { userId: undefined, displayName: t("formatting.everyone"), username: everyone }]
      : others;
  });
  const choices = createMemo((): Completion[] => {
    const it = asked();
    if (!it) return [];
    if (it.kind === "mention")
      return findNamed(people(), it.query).map(({ userId, displayName, username }) => ({
        ...(userId && { userId }),
        text: `@${username} `,
        label: displayName,
        note: `@${username}`,
      }));
    const ours = findListed(list(), it.query)
      .slice(0, mostOurs)
      .map(({ emoji: { name } }) => ({ text: `:${name}: `, label: `:${name}:`, note: "", emoji: `:${name}:` }));
    const others = findShortcodes(it.query, groups.latest ?? []).map(({ emoji, name }) => ({
      text: `${emoji} `,
      label: `:${name}:`,
      note: "",
      emoji,
    }));
    return [...ours, ...others].slice(0, mostEmoji);
  });

  /** After each key: what is asked for now, and a finished `:name:` becomes its emoji. */
  const look = (isTyped: boolean) => {
    const { value, selectionStart: caret, selectionEnd } = source.field;
    const next = caret === selectionEnd ? askedAt(value, caret) : undefined;
    if (next?.kind === "emoji") setWantsEmoji(true);
    if (next?.from !== asked()?.from || next?.query !== asked()?.query) setActive(0);
    setAsked(next);
    const finished = isTyped ? shortcodeAt(value, caret) : undefined;
    const emoji = finished && emojiOf(finished.name, groups.latest ?? []);
    if (finished && emoji) {
      const end = finished.from + emoji.length;
      change(source.field, { from: finished.from, to: caret, text: emoji, select: [end, end] });
    }
  };
  const take = (choice: Completion) => {
    const it = asked();
    if (!it) return;
    setAsked(undefined);
    const end = it.from + choice.text.length;
    change(source.field, { from: it.from, to: source.field.selectionStart, text: choice.text, select: [end, end] });
  };

  return {
    choices,
    active,
    setActive,
    look,
    take,
    close: () => setAsked(undefined),
    /** True when the key was for the list. */
    onKey(event: KeyboardEvent): boolean {
      const all = choices();
      if (all.length === 0) return false;
      const chosen = all[Math.min(active(), all.length - 1)];
      if (event.key === "ArrowDown") setActive((active() + 1) % all.length);
      else if (event.key === "ArrowUp") setActive((active() + all.length - 1) % all.length);
      else if (event.key === "Escape") setAsked(undefined);
      else if ((event.key === "Enter" || event.key === "Tab") && !event.shiftKey && chosen) take(chosen);
      else return false;
      return true;
    },
  };
}
