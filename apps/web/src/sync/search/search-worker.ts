import { openExistingDb } from "../store/db.ts";
import { holdBlocks } from "./blocks.ts";
import { findOnDevice } from "./find-on-device.ts";
import { type BlockKey, indexSome, matchIndex } from "./keep-index.ts";
import { openSearchDb, searchDbName } from "./search-db.ts";
import type { FromWorker, ToWorker } from "./worker-messages.ts";

/** The blocks take memory: they go when nobody has searched for so long. */
const heldMs = 5 * 60_000;
/** Messages that come one after another are looked at together. */
const gatherMs = 300;
const mostRestMs = 200;

type Opened = Awaited<ReturnType<typeof open>>;
let opened: Promise<Opened | null> | undefined;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const say = (message: FromWorker) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<ToWorker>) => void take(data));

async function take(message: ToWorker): Promise<void> {
  switch (message.t) {
    case "open":
      opened = open(message.copyName).catch(() => null);
      return void (await opened)?.look();
    case "look":
      return void (await opened)?.look();
    case "search": {
      const answer = await (await opened)?.search(message.search).catch(() => null);
      return say({ t: "found", n: message.n, answer: answer ?? null });
    }
    case "close":
      (await opened)?.close();
      return say({ t: "closed" });
    default:
      return message satisfies never;
  }
}

async function open(copyName: string) {
  const copy = await openExistingDb(copyName);
  if (!copy) return null;
  const name = searchDbName(copyName);
  const index = await openSearchDb(name);
  const blocks = holdBlocks(index);
  // Tabs have a worker each; what one has looked at, the others read again.
  const others = new BroadcastChannel(name);
  others.onmessage = ({ data }: MessageEvent<BlockKey[]>) => blocks.changed(data);
  const closing = new AbortController();
  let isLooking = false;
  let again = false;
  let letGo: ReturnType<typeof setTimeout> | undefined;

  async function look(): Promise<void> {
    again = true;
    if (isLooking) return;
    isLooking = true;
    try {
      // One worker of a device looks at a time; the others find that nothing is left.
      await navigator.locks.request(name, async () => {
        while (again && !closing.signal.aborted) {
          again = false;
          await lookAtAll();
          if (again) await pause(gatherMs);
        }
      });
    } catch {
      // The copy was closed under us, or there is no room: the next change looks again.
    }
    isLooking = false;
  }

  async function lookAtAll(): Promise<void> {
    if (!(await matchIndex(copy!, index))) blocks.forget();
    for (;;) {
      const started = performance.now();
      const changed = await indexSome(copy!, index);
      blocks.changed(changed);
      if (changed.length === 0 || closing.signal.aborted) return;
      others.postMessage(changed);
      // Where cores are few the page needs them for its frames: this rests as long as it has worked.
      await pause(Math.min(mostRestMs, performance.now() - started));
    }
  }

  return {
    look,
    async search(search: Parameters<typeof findOnDevice>[2]) {
      clearTimeout(letGo);
      letGo = setTimeout(blocks.forget, heldMs);
      return findOnDevice(copy, blocks, search);
    },
    close() {
      closing.abort();
      others.close();
      copy.close();
      index.close();
    },
  };
}
