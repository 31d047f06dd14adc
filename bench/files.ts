import { randomBytes } from "node:crypto";
import { type FileId, type MessageId, newId } from "@parley/schema";
import sharp from "sharp";
import { createApiClient } from "./parley/api-client.ts";
import { cookieOf, populate, type Seat } from "./parley/populate.ts";
import { type Site, startSite } from "./parley/start-site.ts";
import { startUploads } from "./parley/upload-load.ts";
import { createFileClient } from "./parley/uploads.ts";
import { against, type Benchmark, plain } from "./support/benchmark.ts";
import { type Percentiles, percentilesOf } from "./support/percentiles.ts";

const seconds = 15;
const perSecond = 50;
const uploadsAtOnce = 50;
const megabyte = 1_048_576;
/** As a phone's photograph that was made ready to be sent. */
const uploadBytes = 2 * megabyte;
const pictures = 40;
const whole = 1_024;

/** Files beside messages: what fifty uploads at once do to sending, thumbnails, and the memory of a gigabyte. */
export const files: Benchmark = {
  name: "files",
  async run() {
    const site = await startSite();
    const setting = await furnish(site);
    try {
      // A program that has just started is slower at first.
      await sendFor(setting);
      const alone = await sendFor(setting);
      const { times: beside, uploads } = await besideUploads(setting);
      const thumbnails = await drawAll(setting);
      const memory = await oneGigabyte(setting, site);
      return {
        tables: [
          {
            title: `${perSecond} messages a second, alone and beside ${uploadsAtOnce} uploads of 2 MB at once`,
            rows: [
              plain("a message is kept, alone, p99", alone.p99),
              against("beside the uploads, p99: at most twice that", beside.p99, Math.round(alone.p99 * 2 * 100) / 100),
              plain("uploads finished a second", uploads / seconds, ""),
            ],
          },
          {
            title: "Thumbnails of pictures of 12 megapixels, both sizes, and a file of 1 GB",
            rows: [
              plain("pictures a second", thumbnails, ""),
              plain("memory of the server before", memory.before, "MB"),
              plain("most while 1 GB came", memory.uploading, "MB"),
              plain("most while 1 GB went", memory.downloading, "MB"),
            ],
          },
        ],
        measured: { alone, beside, uploads, thumbnails, memory },
      };
    } finally {
      setting.client.close();
      setting.api.close();
      await site.stop();
    }
  },
};

type Setting = {
  port: number;
  seats: Seat[][];
  me: Seat;
  api: ReturnType<typeof createApiClient>;
  client: ReturnType<typeof createFileClient>;
};

async function furnish(site: Site): Promise<Setting> {
  const seats = await populate(site.db, { conversations: 10, members: 2 });
  const me = seats[0]?.[0];
  if (!me) throw new Error("nobody came");
  return { port: site.port, seats, me, api: createApiClient(site.port), client: createFileClient(site.port) };
}

async function sendFor({ seats, api }: Setting): Promise<Percentiles> {
  const times: number[] = [];
  const sending: Promise<void>[] = [];
  const began = performance.now();
  for (let number = 0; number < seconds * perSecond; number++) {
    const early = began + (number / perSecond) * 1_000 - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    const from = seats[number % seats.length]?.[0];
    if (from) sending.push(send(api, from).then((took) => void times.push(took)));
  }
  await Promise.all(sending);
  return percentilesOf(times);
}

async function send(api: Setting["api"], from: Seat): Promise<number> {
  const started = performance.now();
  const messageId = newId<MessageId>();
  await api.mutate("messages.send", cookieOf(from), {
    ...{ conversationId: from.conversationId, messageId },
    text: "Shall we meet at the ramen place?",
  });
  return performance.now() - started;
}

async function besideUploads(setting: Setting): Promise<{ times: Percentiles; uploads: number }> {
  const { port } = setting;
  const uploading = startUploads({ port, people: setting.seats.flat(), atOnce: uploadsAtOnce, bytes: uploadBytes });
  const times = await sendFor(setting);
  return { times, uploads: await uploading.end() };
}

/** Sends a file in a message of its own; answers with how to ask for it. */
async function sent({ api, me }: Setting, fileId: FileId) {
  const messageId = newId<MessageId>();
  const { conversationId } = me;
  await api.mutate("messages.send", cookieOf(me), { conversationId, messageId, attachments: [{ fileId, name: "a" }] });
  const { ticket } = await api.query<{ ticket: string }>("files.ticket", cookieOf(me), {});
  return { messageId, fileId, ticket };
}

async function drawAll(setting: Setting): Promise<number> {
  const picture = await photograph();
  const asked = [];
  for (let i = 0; i < pictures; i++) asked.push(await sent(setting, await setting.client.upload(setting.me, picture)));
  const started = performance.now();
  await Promise.all(asked.map((it) => setting.client.fetch(setting.me, it.messageId, it.fileId, "small", it.ticket)));
  return pictures / ((performance.now() - started) / 1_000);
}

async function photograph(): Promise<Buffer> {
  const noise = { type: "gaussian" as const, mean: 128, sigma: 30 };
  const small = await sharp({ create: { width: 500, height: 375, channels: 3, background: "grey", noise } })
    .png()
    .toBuffer();
  return sharp(small).resize(4_000, 3_000).jpeg({ quality: 85 }).toBuffer();
}

async function oneGigabyte(setting: Setting, site: Site) {
  const before = site.memoryMb();
  const piece = randomBytes(megabyte);
  const uploading = watch(site);
  const fileId = await setting.client.upload(setting.me, piece, whole);
  const most = uploading.stop();
  const at = await sent(setting, fileId);
  const downloading = watch(site);
  const came = await setting.client.fetch(setting.me, at.messageId, at.fileId, "original", at.ticket);
  if (came !== whole * megabyte) throw new Error(`${came} bytes came back.`);
  return { before, uploading: most, downloading: downloading.stop() };
}

function watch(site: Site) {
  let most = site.memoryMb();
  const timer = setInterval(() => {
    most = Math.max(most, site.memoryMb());
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return most;
    },
  };
}
