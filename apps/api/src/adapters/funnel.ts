import { setTimeout as sleep } from "node:timers/promises";

/** Half a gigabit a second, if the machine can do it and nobody is writing. */
const bytesInATurn = 64 * 1_024;
const turnMs = 1;

type Waiting = { bytes: number; go(): void };
/** Bytes as they came, once it is their turn. */
export type Funnel = (pieces: AsyncIterable<Buffer>) => AsyncIterable<Buffer>;

/**
 * Lets so many bytes through in a turn, of all that come in together, and waits for a lull before each. However many
 * files come in, messages are answered first; what waits here slows its sender down.
 */
export function createFunnel(lull: () => Promise<void> = async () => {}): Funnel {
  const waiting: Waiting[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    isRunning = true;
    while (waiting.length > 0) {
      await sleep(turnMs);
      await lull();
      for (let taken = 0; taken < bytesInATurn; ) {
        const next = waiting.shift();
        if (!next) break;
        taken += next.bytes;
        next.go();
      }
    }
    isRunning = false;
  }

  return async function* inTurn(pieces) {
    for await (const piece of pieces) {
      await new Promise<void>((go) => {
        waiting.push({ bytes: piece.length, go });
        if (!isRunning) void run();
      });
      yield piece;
    }
  };
}
