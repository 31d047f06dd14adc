import { type App, startApp } from "@parley/api/testing";
import { freshDb } from "@parley/db/testing";
import { startRooms } from "@parley/party/runtime";
import { type ConversationId, directConversationId, type MessageId, newId, type UserId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import { type Random, randomFrom } from "./random.ts";
import { startDevice, type TestDevice, until } from "./test-device.ts";

export const people = [cast.alice, cast.bob, cast.dana];
/** In seconds. */
export const hour = 3_600;
const secret = "a secret that only this test knows";

export type Chaos = Awaited<ReturnType<typeof startChaos>>;

/** A real server with real rooms, three people with five devices, and a network that loses, repeats and reorders. */
export async function startChaos(seed: number) {
  const random = randomFrom(seed);
  const database = await freshDb();
  const rooms = await startRooms({ secret, heartbeatMs: 1_000 });
  /** How far the server's clock has been moved. */
  let movedMs = 0;
  const parts = { db: database, rooms: { url: rooms.url, secret }, now: () => new Date(Date.now() + movedMs) };
  let app = await startApp(parts);
  const port = Number(new URL(app.url).port);
  const cookies = new Map<UserId, string>();
  for (const { id, displayName } of people) {
    await app.addUser(displayName, id);
    cookies.set(id, await app.sessionCookieOf({ id }));
  }

  const devices: TestDevice[] = [];
  let isCalm = false;
  const takenBack = new Set<MessageId>();
  const sent = new Map<MessageId, { conversationId: ConversationId; by: UserId; text: string }>();
  /** What was to be sent later, unless that was taken back. */
  const scheduled = new Set<MessageId>();
  const places = await makePlaces(app);

  async function addDevice(userId: UserId, prefix?: string) {
    const device = await startDevice(app.url, userId, cookies.get(userId)!, prefix ? { prefix } : {});
    trouble(device, random, () => isCalm);
    devices.push(device);
    return device;
  }
  for (const { id } of [...people, cast.alice, cast.bob]) await addDevice(id);

  return {
    random,
    devices,
    places,
    sent,
    scheduled,
    takenBack,
    db: database.db,
    addDevice,
    async restartDevice(device: TestDevice) {
      devices.splice(devices.indexOf(device), 1);
      await device.stop();
      await addDevice(device.userId, device.device.prefix);
    },
    restartRooms: () => rooms.restart(),
    async restartApi() {
      await app.close();
      app = await startApp({ ...parts, config: { port } });
    },
    now: () => Date.now() + movedMs,
    /** From now on by the server's clock it is so much later. Rooms have a clock of their own, and let nobody in any more. */
    moveClock(ms: number) {
      movedMs += ms;
    },
    calm() {
      isCalm = true;
      for (const device of devices) device.goOnline();
    },
    async close() {
      await Promise.all(devices.map((device) => device.stop()));
      await app.close();
      await rooms.close();
      await database.close();
    },
    app: (): App => app,
  };
}

export type Places = Awaited<ReturnType<typeof makePlaces>>;

/** Two groups that everyone stays in, one where people come and go, a channel, and everyone's saved messages. */
async function makePlaces(app: App) {
  const [alice, ...others] = people as [typeof cast.alice, ...typeof people];
  const api = app.as(alice);
  const make = async (title: string, kind: "group" | "channel" = "group") => {
    const conversationId = newId<ConversationId>();
    const memberIds = others.map(({ id }) => id);
    await api.conversations.createGroup.mutate({ conversationId, kind, title, memberIds });
    return conversationId;
  };
  const groups = [await make("Lunch"), await make("Trip")];
  const club = await make("Club");
  const invite = await api.conversations.createInvite.mutate({ conversationId: club, inviteId: newId() });
  const news = await make("News", "channel");
  await api.channels.setAddress.mutate({ conversationId: news, address: "news" });
  await api.conversations.setRole.mutate({ conversationId: news, userId: cast.bob.id, role: "moderator" });
  const saved = new Map<UserId, ConversationId>();
  for (const { id } of people) saved.set(id, await directConversationId(id, id));
  return { groups, club, news, saved, code: invite.code, shared: [...groups, club, news] };
}

/** Requests get lost, answers get lost, requests arrive twice; what rooms say is lost, doubled or late. */
function trouble({ network }: TestDevice, random: Random, isCalm: () => boolean) {
  network.around = async (send) => {
    if (isCalm()) return send();
    const luck = random.next();
    if (luck < 0.06) throw new TypeError("The request was lost.");
    if (luck < 0.14) {
      await send().catch(() => undefined);
      throw new TypeError("The answer was lost.");
    }
    if (luck < 0.2) await send().catch(() => undefined);
    return send();
  };
  network.heard = (text, deliver) => {
    if (isCalm()) return deliver(text);
    const luck = random.next();
    if (luck < 0.1) return;
    if (luck < 0.2) deliver(text);
    if (luck < 0.35) setTimeout(() => deliver(text), random.below(80));
    else deliver(text);
  };
}

export const settled = (device: TestDevice, ms = 60_000) =>
  until(async () => {
    const outbox = await device.db.getAll("outbox");
    if (outbox.some((it) => it.state === "waiting")) device.engine.flush();
    return !outbox.some((it) => it.state === "waiting");
  }, ms);
