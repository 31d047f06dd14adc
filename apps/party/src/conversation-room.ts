import type { UserId } from "@parley/schema";
import type { Member } from "./admission.ts";
import { type Line, mayType } from "./line.ts";
import { makePresence } from "./presence.ts";
import { ScopeRoom } from "./scope-room.ts";
import { makeTyping } from "./typing.ts";

/** The room of a conversation: adds who is here and who is writing to what every room does. */
export default class ConversationRoom extends ScopeRoom {
  readonly #presence = makePresence<UserId>();
  readonly #typing = makeTyping<UserId>(this.settings.typingMs);
  #typingEnds: ReturnType<typeof setTimeout> | undefined;

  protected joined(member: Member): void {
    if (this.#presence.join(member.userId))
      this.tell({ t: "present", userId: member.userId, isPresent: true }, member.userId);
  }

  protected left(member: Member): void {
    if (!this.#presence.leave(member.userId)) return;
    this.#say(member.userId, false);
    this.tell({ t: "present", userId: member.userId, isPresent: false }, member.userId);
  }

  protected typed(member: Member, isTyping: boolean, line: Line): void {
    // Too much typing is simply not passed on: what was said dies by itself.
    if (mayType(line, Date.now())) this.#say(member.userId, isTyping);
  }

  protected present(): UserId[] {
    return this.#presence.list();
  }

  #say(userId: UserId, isTyping: boolean): void {
    if (this.#typing.say(userId, isTyping, Date.now())) this.tell({ t: "typing", userId, isTyping }, userId);
    this.#watchTyping();
  }

  #watchTyping(): void {
    const next = this.#typing.nextAt();
    if (next === undefined || this.#typingEnds !== undefined) return;
    this.#typingEnds = setTimeout(
      () => {
        this.#typingEnds = undefined;
        for (const userId of this.#typing.expire(Date.now()))
          this.tell({ t: "typing", userId, isTyping: false }, userId);
        this.#watchTyping();
      },
      Math.max(0, next - Date.now()),
    );
  }
}
