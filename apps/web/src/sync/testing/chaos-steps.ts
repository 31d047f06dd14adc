import type { ConversationId } from "@parley/schema";
import type { Chaos } from "./chaos.ts";
import { changeDraft, changeEmoji } from "./chaos-own.ts";
import { changeThePlace, lookAtTheNews } from "./chaos-places.ts";
import { actOnMessage, writeSomething } from "./chaos-words.ts";
import type { TestDevice } from "./test-device.ts";

const jobs = ["send-scheduled", "start-expiry", "close-polls", "erase-expired"] as const;

/** One random thing that someone does, or that happens. */
export async function doSomething(chaos: Chaos): Promise<void> {
  const { random, devices, places } = chaos;
  const device = random.pick(devices);
  const mySaved = places.saved.get(device.userId)!;
  const conversationId = random.chance(0.95) ? random.pick(places.shared) : mySaved;
  const luck = random.next();

  if (luck < 0.04) return changeDraft(chaos, device, conversationId);
  if (luck < 0.06) return changeEmoji(chaos, device);
  if (luck < 0.37) return writeSomething(chaos, device, conversationId);
  if (luck < 0.62) return actOnMessage(chaos, device, conversationId);
  if (luck < 0.66) return read(device, conversationId);
  if (luck < 0.67) return device.do.setPreference(random.pick(["theme", "density"]), random.below(100));
  if (luck < 0.69) return organise(chaos, device, conversationId);
  if (luck < 0.76) return changeThePlace(chaos, device);
  if (luck < 0.78) return lookAtTheNews(chaos, device);
  if (luck < 0.81) return void (await chaos.app().runJob(random.pick(jobs)));
  if (luck < 0.86) return device.goOffline();
  if (luck < 0.92) return device.goOnline();
  if (luck < 0.94) return device.cut();
  if (luck < 0.96) return device.engine.open(random.chance(0.7) ? conversationId : null);
  if (luck < 0.98) return chaos.restartDevice(device);
  return luck < 0.99 ? chaos.restartRooms() : chaos.restartApi();
}

async function read(device: TestDevice, conversationId: ConversationId): Promise<void> {
  const it = await device.db.get("conversations", conversationId);
  await device.do.markRead(conversationId, it?.row.lastSeq ?? 0);
}

async function organise({ random }: Chaos, { do: act }: TestDevice, id: ConversationId): Promise<void> {
  const isUndone = random.chance(0.3);
  const field = random.pick(["pin", "archive", "unread", "level", "mute"] as const);
  if (isUndone) await act.organise(id, field, null);
  else if (field === "level") await act.organise(id, field, random.pick(["all", "mentions", "nothing"]));
  else if (field === "mute") await act.organise(id, field, "changed");
  else await act.organise(id, field, random.below(100));
}
