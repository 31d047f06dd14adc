import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { expect, test } from "vitest";
import { createUnderWay } from "../http/under-way.ts";
import { createFunnel, type Funnel } from "./funnel.ts";

const pieces = (count: number, size = 100) => Array.from({ length: count }, () => randomBytes(size));
const through = (funnel: Funnel, bytes: Buffer[]) => buffer(Readable.from(funnel(Readable.from(bytes))));

test("everybody's bytes come through whole and in order", async () => {
  const funnel = createFunnel();
  const files = Array.from({ length: 30 }, (_, number) => pieces(number));
  const came = await Promise.all(files.map((it) => through(funnel, it)));
  expect(came).toEqual(files.map((it) => Buffer.concat(it)));
});

test("of all files together one large piece goes in a turn, when it is time", async () => {
  let turns = 0;
  const funnel = createFunnel(async () => void turns++);
  const files = Array.from({ length: 10 }, () => pieces(4, 65_536));
  await Promise.all(files.map((it) => through(funnel, it)));
  expect(turns).toBe(40);
});

test("files go on between messages, and also when there is no end of them", async () => {
  const calls = createUnderWay();
  const funnel = createFunnel(calls.lull);
  let answer = () => {};
  let isAnswered = false;
  const message = calls.during(() => new Promise<void>((resolve) => (answer = resolve)));
  const first = through(funnel, pieces(1)).then(() => isAnswered);
  setTimeout(() => {
    isAnswered = true;
    answer();
  }, 5);
  expect(await first).toBe(true);
  await message;

  const endless = calls.during(() => new Promise<void>((resolve) => (answer = resolve)));
  const [words] = pieces(1);
  expect(await through(funnel, [words!])).toEqual(words);
  answer();
  await endless;
});

test("who breaks off while waiting keeps nobody waiting", async () => {
  const funnel = createFunnel();
  const broken = Readable.from(
    (function* () {
      yield Buffer.from("Ra");
      throw new Error("The line broke.");
    })(),
  );
  const lost = buffer(Readable.from(funnel(broken)));
  const words = [Buffer.from("Udon")];
  expect(await through(funnel, words)).toEqual(words[0]);
  await expect(lost).rejects.toThrow("The line broke.");
});
