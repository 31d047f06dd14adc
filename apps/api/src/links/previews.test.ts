import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { directConversationId, type MessageId, newId } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { expectRefusal } from "../testing/errors.ts";
import { readAll } from "../testing/group.ts";
import { type App, startApp } from "../testing/index.ts";
import { fetchPublic, isPublic, NotFetched } from "./fetch-public.ts";
import { firstLink } from "./first-link.ts";

const { alice, bob, carol } = cast;
const lunch = await directConversationId(alice.id, bob.id);
const picture = await sharp({ create: { width: 1_200, height: 600, channels: 3, background: "#c30" } })
  .png()
  .toBuffer();
const asked: string[] = [];
let web: Server;
let site: string;
let app: App;

beforeAll(async () => {
  web = createServer((request, response) => {
    asked.push(request.url ?? "");
    if (request.url === "/ramen.png") return response.setHeader("content-type", "image/png").end(picture);
    if (request.url === "/moved") return response.writeHead(302, { location: "/ramen" }).end();
    if (request.url === "/inward") return response.writeHead(302, { location: "http://127.0.0.1:1/" }).end();
    if (request.url === "/loop") return response.writeHead(302, { location: "/loop" }).end();
    if (request.url === "/endless") return void endlessly(response);
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(
      `<html><head><title>Plain title</title><meta property="og:title" content="Ramen &amp; more">
       <meta name="description" content="${"Noodles. ".repeat(100)}"><meta property="og:image" content="/ramen.png"></head>
       <body><script>never()</script></body></html>`,
    );
  });
  await new Promise<void>((done) => web.listen(0, "127.0.0.1", done));
  const host = `127.0.0.1:${(web.address() as AddressInfo).port}`;
  site = `http://${host}`;
  app = await startApp({ jobs: undefined, config: { previews: { isOn: true, allowed: new Set([host]) } } });
  for (const { displayName, id } of [alice, bob, carol]) await app.addUser(displayName, id);
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId: newId(), text: "Hello", to: bob.id });
});
afterAll(async () => {
  await app.close();
  web.closeAllConnections();
  web.close();
});

function endlessly(response: NodeJS.WritableStream) {
  const timer = setInterval(() => response.write("x".repeat(65_536)), 1);
  response.on("close", () => clearInterval(timer));
}

async function say(text: string, more: object = {}) {
  const messageId = newId<MessageId>();
  await app.as(alice).messages.send.mutate({ conversationId: lunch, messageId, text, ...more });
  return messageId;
}
const messageNow = async (id: MessageId) => (await readAll(app, bob, lunch)).find((it) => it.id === id);
const pictureFor = async (user: { id: typeof alice.id }, id: MessageId) =>
  fetch(`${app.url}/files/previews/${lunch}/${id}`, { headers: { cookie: await app.sessionCookieOf(user) } });

test("a link gets a preview with a picture, which only those who may read the message can see", async () => {
  const id = await say(`Look: ${site}/moved!`);
  await vi.waitFor(async () => expect((await messageNow(id))?.link).toBeDefined(), 30_000);

  const link = (await messageNow(id))?.link;
  expect(link).toMatchObject({
    url: `${site}/moved`,
    title: "Ramen & more",
    site: "127.0.0.1",
    image: { width: 640, height: 320 },
  });
  expect([...(link?.description ?? "")].length).toBe(300);
  const shown = await pictureFor(bob, id);
  expect(await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).toMatchObject({ format: "webp", width: 640 });
  expect((await pictureFor(carol, id)).status).toBe(404);
  expect((await fetch(`${app.url}/files/previews/${lunch}/${id}`)).status).toBe(401);
});

test("its author takes it off, nobody else can, and it does not come back with an edit of the rest", async () => {
  const id = await say(`${site}/ramen`);
  await vi.waitFor(async () => expect((await messageNow(id))?.link).toBeDefined(), 30_000);
  const remove = (user: { id: typeof alice.id }) =>
    app.as(user).messages.removeLink.mutate({ conversationId: lunch, messageId: id });

  await expectRefusal(remove(bob), "not_allowed");
  await expectRefusal(remove(carol), "not_found");
  const first = await remove(alice);
  expect(await remove(alice)).toEqual(first);
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId: id, text: `${site}/ramen again` });
  expect(await messageNow(id)).toMatchObject({ noLink: true });
  expect((await messageNow(id))?.link).toBeUndefined();
  expect((await pictureFor(bob, id)).status).toBe(404);
});

test("another link brings another preview, and a message without one has none", async () => {
  const id = await say(`${site}/first`);
  await vi.waitFor(async () => expect((await messageNow(id))?.link?.url).toBe(`${site}/first`), 30_000);
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId: id, text: `${site}/second` });
  await vi.waitFor(async () => expect((await messageNow(id))?.link?.url).toBe(`${site}/second`), 30_000);
  await app.as(alice).messages.edit.mutate({ conversationId: lunch, messageId: id, text: "Never mind" });
  expect((await messageNow(id))?.link).toBeUndefined();
});

test("who does not want previews, for once or ever, has no page asked", async () => {
  await say(`${site}/not-this-one`, { noLink: true });
  await app.as(alice).sync.setOwn.mutate({ kind: "preference", key: "linkPreviews", value: false });
  await say(`${site}/nor-this-one`);
  const id = newId<MessageId>();
  await app.as(bob).messages.send.mutate({ conversationId: lunch, messageId: id, text: `${site}/but-this-one` });

  await vi.waitFor(async () => expect((await messageNow(id))?.link).toBeDefined(), 30_000);
  await app.as(alice).sync.setOwn.mutate({ kind: "preference", key: "linkPreviews", value: null });
  expect(asked).not.toContain("/not-this-one");
  expect(asked).not.toContain("/nor-this-one");
});

const open = { bytes: 100_000, timeMs: 2_000 };

test.each([
  "http://127.0.0.1/",
  "http://localhost/",
  "http://[::1]/",
  "http://0x7f.1/",
  "http://2130706433/",
  "http://[::ffff:127.0.0.1]/",
  "http://10.0.0.1/",
  "http://169.254.169.254/latest/meta-data",
  "http://user:secret@example.org/",
  "http://example.org:8080/",
  "ftp://example.org/",
  "file:///etc/passwd",
])("%s is not asked", async (address) => {
  await expect(fetchPublic(address, { ...open, allowed: new Set() })).rejects.toBeInstanceOf(NotFetched);
});

test("a page that redirects inward, for ever, or never ends, is given up", async () => {
  const allowed = new Set([new URL(site).host]);
  await expect(fetchPublic(`${site}/inward`, { ...open, allowed })).rejects.toThrow("port of its own");
  await expect(fetchPublic(`${site}/loop`, { ...open, allowed })).rejects.toThrow("without end");
  expect((await fetchPublic(`${site}/endless`, { ...open, allowed })).body).toHaveLength(open.bytes);
});

test("addresses of the public internet are public, all others are not", () => {
  expect(["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946"].map(isPublic)).toEqual([true, true]);
  const others = ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.1.1", "100.64.0.1", "0.0.0.0"];
  const others6 = ["::1", "fc00::1", "fe80::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1", "x"];
  expect([...others, ...others6].filter(isPublic)).toEqual([]);
});

test("the first address is found without what the sentence puts around it", () => {
  expect(firstLink("See (https://parley.example/a).")).toBe("https://parley.example/a");
  expect(firstLink("https://en.example.org/wiki/Ramen_(dish)")).toBe("https://en.example.org/wiki/Ramen_(dish)");
  expect(firstLink("**https://parley.example**, https://other.example")).toBe("https://parley.example");
  expect(firstLink("parley.example and http:// and javascript:alert(1)")).toBeNull();
});
