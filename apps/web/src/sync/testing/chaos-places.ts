import { cast } from "@parley/schema/testing";
import { inConversationRange } from "../store/db.ts";
import { type Chaos, hour, people } from "./chaos.ts";
import type { TestDevice } from "./test-device.ts";

/** Somebody changes what a conversation is like, or who is in it; often somebody who may not. */
export async function changeThePlace(chaos: Chaos, device: TestDevice): Promise<void> {
  const { random, places } = chaos;
  const { do: act } = device;
  const luck = random.next();
  if (luck < 0.25) {
    const conversationId = random.pick(places.shared);
    const settings = random.pick([
      { slowModeSeconds: random.below(2) },
      { hasComments: random.chance(0.7) },
      { whoMayPin: random.pick(["member", "moderator"] as const) },
      { deleteForAllHours: random.pick([0, 48]) },
    ]);
    return act.updateConversation({ conversationId, settings });
  }
  if (luck < 0.35)
    return act.updateConversation({ conversationId: random.pick(places.shared), title: `Lunch ${random.below(100)}` });
  if (luck < 0.43) {
    const expiryStarts = random.pick(["send", "read"] as const);
    const expiresAfter = random.chance(0.5) ? 2 * hour : null;
    return act.setExpiry({ conversationId: random.pick(places.groups), expiresAfter, expiryStarts });
  }
  return comeAndGo(chaos, device, random.chance(0.75) ? places.club : places.news);
}

async function comeAndGo({ random, places, app }: Chaos, device: TestDevice, conversationId: Chaos["places"]["club"]) {
  const { do: act, engine } = device;
  const userId = random.pick(people).id;
  const luck = random.next();
  const isChannel = conversationId === places.news;
  if (luck < 0.2) return act.leave(conversationId, random.chance(0.5));
  if (luck < 0.55) {
    // Only online, and not repeated by itself.
    const coming = isChannel
      ? engine.api.channels.subscribe.mutate({ conversationId })
      : engine.api.conversations.joinByInvite.mutate({ code: places.code });
    return void (await coming.catch(() => undefined));
  }
  if (luck < 0.65) return act.addMembers({ conversationId, userIds: [userId] });
  if (luck < 0.75) return act.removeMember({ conversationId, userId });
  if (luck < 0.82) return act.banMember({ conversationId, userId, reason: "" });
  if (luck < 0.88)
    return void (await app()
      .as(cast.alice)
      .conversations.unban.mutate({ conversationId, userId })
      .catch(() => undefined));
  if (luck < 0.92 && !isChannel) return act.updateConversation({ conversationId, hidesHistory: random.chance(0.5) });
  return act.setMemberRole({ conversationId, userId, role: random.pick(["admin", "moderator", "member"]) });
}

/** Somebody looks at a channel's posts, which counts as views of theirs. Only online, and not repeated by itself. */
export async function lookAtTheNews({ places: { news } }: Pick<Chaos, "places">, device: TestDevice): Promise<void> {
  const rows = await device.db.getAll("messages", inConversationRange(news));
  const seqs = rows.filter((row) => row.rev > 0).map((row) => row.seq);
  if (seqs.length > 0) await device.do.viewMessages(news, seqs.slice(-100)).catch(() => undefined);
}
