import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { cast } from "@parley/schema/testing";
import { expect, onTestFinished, test } from "vitest";
import { changeOf, enter, newConversation, publish, secret, soon } from "../testing.ts";
import { startRooms } from "./index.ts";

const { alice } = cast;
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test("R16 [F08] a runtime killed with -9 is back within two seconds, at the same address", async () => {
  const rooms = await started({ secret });
  const lunch = newConversation();
  const alices = await enter(rooms.url, alice.id, lunch);
  const before = rooms.pid();

  process.kill(before, "SIGKILL");
  const killed = performance.now();
  await alices.closed();
  const again = await untilServed(() => enter(rooms.url, alice.id, lunch));

  expect(performance.now() - killed).toBeLessThan(2_000);
  expect(rooms.pid()).not.toBe(before);
  await publish(rooms.url, [changeOf(lunch, 0)]);
  await again.hears("changes");
});

test("R16 a runtime that no longer answers is replaced", async () => {
  const rooms = await started({ secret, healthEveryMs: 100, healthTimeoutMs: 200 });
  const before = rooms.pid();
  process.kill(before, "SIGSTOP");

  await untilServed(() => enter(rooms.url, alice.id, newConversation()));

  expect(isAlive(before)).toBe(false);
}, 10_000);

test("R5 R16 a restart says goodbye to everyone first", async () => {
  const rooms = await started({ secret });
  const alices = await enter(rooms.url, alice.id, newConversation());

  await rooms.restart();

  await alices.hears("bye", { code: 4503 });
  await untilServed(() => enter(rooms.url, alice.id, newConversation()));
});

test("R16 closing with people connected takes no longer than saying goodbye, and leaves nothing behind", async () => {
  const rooms = await startRooms({ secret });
  const pid = rooms.pid();
  const devices = await Promise.all(Array.from({ length: 50 }, () => enter(rooms.url, alice.id, newConversation())));

  const started = performance.now();
  await rooms.close();

  expect(performance.now() - started).toBeLessThan(2_500);
  for (const device of devices) await device.hears("bye", { code: 4503 });
  expect(isAlive(pid)).toBe(false);
  await expect(fetch(`${rooms.url}/health`)).rejects.toThrow();
});

test("when Parley itself is killed with -9, no runtime stays behind", async () => {
  const script = `import { startRooms } from "./index.ts"; const rooms = await startRooms({ secret: "${secret}" }); console.log(rooms.pid());`;
  const parent = spawn(process.execPath, ["--input-type=module", "-e", script], {
    cwd: import.meta.dirname,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = await new Promise<number>((resolve) => parent.stdout.once("data", (line) => resolve(Number(line))));
  expect(isAlive(pid)).toBe(true);

  parent.kill("SIGKILL");

  for (let i = 0; i < 100 && isAlive(pid); i++) await soon(20);
  expect(isAlive(pid)).toBe(false);
});

test("a port that is taken is said in words, not waited for", async () => {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
  const { port } = taken.address() as { port: number };
  await expect(startRooms({ secret, port })).rejects.toThrow("The room runtime ended before it listened.");
  taken.close();
});

test("a secret too short to sign with is refused", async () => {
  await expect(startRooms({ secret: "short" })).rejects.toThrow("at least 16");
});

test("the rooms listen on this machine only", async () => {
  const rooms = await started({ secret });
  expect(new URL(rooms.url).hostname).toBe("127.0.0.1");
});

async function started(options: Parameters<typeof startRooms>[0]) {
  const rooms = await startRooms(options);
  onTestFinished(() => rooms.close());
  return rooms;
}

async function untilServed<T>(work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + 8_000; ; await soon(20)) {
    const done = await work().catch(() => undefined);
    if (done) return done;
    if (Date.now() > until) throw new Error("The rooms never came back.");
  }
}
