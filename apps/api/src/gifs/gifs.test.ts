import { gifPath } from "@parley/schema";
import { cast } from "@parley/schema/testing";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type App, startApp } from "../testing/index.ts";
import { drawings } from "./drawings.ts";

const { alice } = cast;
let app: App;
let cookie: string;
beforeAll(async () => {
  app = await startApp();
  await app.addUser(alice.displayName, alice.id);
  cookie = await app.sessionCookieOf(alice);
});
afterAll(() => app.close());

const fetchGif = (id: string, headers: Record<string, string> = { cookie }) =>
  fetch(`${app.url}${gifPath(id)}`, { headers });

test("[A10] Alice finds moving pictures by words of any language, called in her own", async () => {
  const search = (query: string) => app.as(alice).gifs.search.query({ query, language: "vi" });

  expect(await search("")).toHaveLength(drawings.length);
  expect((await search("birth")).map((it) => it.title)).toEqual(["Tiệc"]);
  expect((await search("مطر")).map((it) => it.id)).toEqual(["rain"]);
  expect((await search("sinh nhật")).map((it) => it.id)).toEqual(["party"]);
  expect(await search("nothing of the kind")).toEqual([]);
});

test.each(drawings.map((it) => it.id))("[A10] %s moves, and is small", async (id) => {
  const answer = await fetchGif(id);
  expect(answer.headers.get("content-type")).toBe("image/webp");
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect(bytes.length).toBeLessThan(60_000);
  const { format, width, pages } = await sharp(bytes, { animated: true }).metadata();
  expect({ format, width }).toEqual({ format: "webp", width: 200 });
  expect(pages).toBeGreaterThan(4);
});

test("[A10] what is not in the collection is not found, and nothing is served to who is not signed in", async () => {
  expect((await fetchGif("nothing")).status).toBe(404);
  expect((await fetchGif("..%2fheart")).status).toBe(404);
  expect((await fetchGif("heart", {})).status).toBe(401);
});
