import type { MessageId, UserId } from "@parley/schema";
import type { Member } from "./admission.ts";
import { makeDiscretion } from "./discretion.ts";
import { type Line, mayType } from "./line.ts";
import { makePresence } from "./presence.ts";
import { ScopeRoom, type Typed } from "./scope-room.ts";
import { makeTyping, type Writing } from "./typing.ts";

/** The room of a conversation: adds who is here and who is writing to what every room does. */
export default class ConversationRoom extends ScopeRoom {
  readonly #presence = makePresence<UserId>();
  readonly #discretion = makeDiscretion();
  readonly #typing = makeTyping<UserId, MessageId>(this.settings.typingMs);
  #typingEnds: ReturnType<typeof setTimeout> | undefined;

  protected joined(member: Member): void {
    if (member.isQuiet) return;
    const isFirst = this.#presence.join(member.userId);
    this.#discretion.note(member.userId, member.hides);
    if (isFirst) this.#sayPresent(member.userId, true);
  }

  protected left(member: Member): void {
    if (member.isQuiet || !this.#presence.leave(member.userId)) return;
    for (const writing of this.#typing.leave(member.userId)) this.#sayTyping(writing, false);
    this.#sayPresent(member.userId, false);
    this.#discretion.forget(member.userId);
  }

  protected renewed(member: Member): void {
    if (member.isQuiet) return;
    const { userId } = member;
    const knew = new Set(this.#whoMayKnow(userId));
    this.#discretion.note(userId, member.hides);
    const know = new Set(this.#whoMayKnow(userId));
    this.tell({ t: "present", userId, isPresent: true }, (viewer) => know.has(viewer) && !knew.has(viewer));
    this.tell({ t: "present", userId, isPresent: false }, (viewer) => knew.has(viewer) && !know.has(viewer));
  }

  protected typed(member: Member, { isTyping, threadId }: Typed, line: Line): void {
    // Too much typing is simply not passed on: what was said dies by itself.
    if (member.isQuiet || !mayType(line, Date.now())) return;
    const writing = { userId: member.userId, threadId };
    if (this.#typing.say(writing, isTyping, Date.now())) this.#sayTyping(writing, isTyping);
    this.#watchTyping();
  }

  // Oneself is here as well, which a device may as well hear.
  protected present(viewer: UserId): UserId[] {
    return this.#presence.list().filter((id) => id === viewer || this.#discretion.mayKnow(viewer, id, "presence"));
  }

  #whoMayKnow(userId: UserId): UserId[] {
    return this.#presence.list().filter((viewer) => this.#discretion.mayKnow(viewer, userId, "presence"));
  }

  #sayPresent(userId: UserId, isPresent: boolean): void {
    this.tell({ t: "present", userId, isPresent }, (viewer) => this.#discretion.mayKnow(viewer, userId, "presence"));
  }

  #sayTyping({ userId, threadId }: Writing<UserId, MessageId>, isTyping: boolean): void {
    this.tell({ t: "typing", userId, isTyping, ...(threadId && { threadId }) }, (viewer) =>
      this.#discretion.mayKnow(viewer, userId, "typing"),
    );
  }

  #watchTyping(): void {
    const next = this.#typing.nextAt();
    if (next === undefined || this.#typingEnds !== undefined) return;
    this.#typingEnds = setTimeout(
      () => {
        this.#typingEnds = undefined;
        for (const writing of this.#typing.expire(Date.now())) this.#sayTyping(writing, false);
        this.#watchTyping();
      },
      Math.max(0, next - Date.now()),
    );
  }
}
