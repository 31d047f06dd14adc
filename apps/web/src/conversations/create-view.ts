import type { ConversationId, ConversationKind, FileId, Person, UserId } from "@parley/schema";
import { useLocation, useSearchParams } from "@solidjs/router";
import { type Accessor, createMemo } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { type ConversationDetails, createConversation, createPerson, useSync } from "../sync/index.ts";

/** A conversation as its screen needs it; one that has no message yet exists only here. */
export type ConversationView = {
  id: ConversationId;
  kind: ConversationKind;
  title: string;
  otherId: UserId | null;
  avatarId: FileId | null;
  isLeft: boolean;
  memberCount: number;
  /** What the device knows of it; undefined until the first message was sent. */
  entry: ConversationDetails | undefined;
};

/** Who was found by a search is not kept on the device before the first message: the page brings them along. */
export type DirectState = { found?: Person | undefined };

export function createMe(): Accessor<UserId> {
  const sync = useSync();
  return () => {
    const session = sync.session();
    return (typeof session === "object" ? session.userId : "") as UserId;
  };
}

/** The conversation, or the direct one that the first message to `?to=` will create. */
export function createView(id: Accessor<ConversationId>): Accessor<ConversationView | undefined> {
  const { t } = useI18n();
  const me = createMe();
  const [search] = useSearchParams<{ to?: string }>();
  const conversation = createConversation(id);
  const to = () => search.to as UserId | undefined;
  const location = useLocation<DirectState>();
  const known = createPerson(to);
  const person = () => known() ?? (location.state?.found?.id === to() ? location.state?.found : undefined);

  return createMemo((): ConversationView | undefined => {
    const entry = conversation();
    if (entry) {
      const { kind, otherId, avatarId, isLeft, memberCount } = entry;
      return {
        id: entry.id,
        kind,
        title: kind === "saved" ? t("app.saved") : entry.title,
        otherId,
        avatarId,
        isLeft,
        memberCount,
        entry,
      };
    }
    const other = to();
    if (!other) return undefined;
    const isSaved = other === me();
    return {
      id: id(),
      kind: isSaved ? "saved" : "direct",
      title: isSaved ? t("app.saved") : (person()?.displayName ?? ""),
      otherId: isSaved ? null : other,
      avatarId: null,
      isLeft: false,
      memberCount: isSaved ? 1 : 2,
      entry: undefined,
    };
  });
}
