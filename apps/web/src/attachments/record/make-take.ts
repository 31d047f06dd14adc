import { type MessageId, newId } from "@parley/schema";
import type { createRecordings } from "../../sync/index.ts";
import type { Microphone } from "./microphone.ts";
import type { Recording } from "./recording.ts";

export type Take = {
  pause(): Promise<void>;
  resume(): void;
  /** Ends it; what was spoken can then be sent, and stays on the device until it was. */
  end(): Promise<Recording>;
  discard(): Promise<void>;
  /** What was spoken so far. */
  soFar(): Recording;
};

type Source = {
  microphone: Microphone;
  place: string;
  kept: ReturnType<typeof createRecordings>;
  /** Several times a second, and when the microphone was taken away. */
  onMove(ms: number, levels: readonly number[]): void;
  onEnded(): void;
};

/** So much speech is lost at most when the page dies. */
const partMs = 1_000;
const levelMs = 50;

/** Records from an open microphone, and keeps each second on the device. */
export function makeTake({ microphone, place, kept, onMove, onEnded }: Source): Take {
  const recorder = new MediaRecorder(microphone.stream, { mimeType: microphone.mime, audioBitsPerSecond: 32_000 });
  const recording: Recording = { id: newId<MessageId>(), mime: microphone.mime, bytes: [], levels: [], ms: 0 };
  const levels: number[] = [];
  const ending = new AbortController();
  let keptLevels = 0;
  let since = performance.now();
  let writing: Promise<void> = Promise.resolve();
  let isDiscarded = false;
  recording.levels = levels;

  const measure = () => {
    if (recorder.state !== "recording") return;
    const now = performance.now();
    recording.ms += now - since;
    since = now;
    // A page in the background is asked more rarely; its bars are as many even so.
    const level = microphone.level();
    while (levels.length < recording.ms / levelMs) levels.push(level);
    onMove(recording.ms, levels);
  };
  const timer = setInterval(measure, levelMs);

  recorder.addEventListener("dataavailable", ({ data }) => {
    if (isDiscarded || data.size === 0) return;
    const n = recording.bytes.push(data) - 1;
    const part = { place, recordingId: recording.id, n, mime: recording.mime, bytes: data, ms: recording.ms };
    const row = { ...part, levels: levels.slice(keptLevels) };
    keptLevels = levels.length;
    // A full device keeps nothing, and sends all the same.
    writing = writing.then(() => kept.add(row)).catch(() => undefined);
  });
  const stopped = new Promise<void>((done) => {
    recorder.addEventListener("stop", () => done(), { once: true });
  });
  for (const track of microphone.stream.getTracks()) track.addEventListener("ended", onEnded, { once: true });
  kept.hold(recording.id, ending.signal);
  recorder.start(partMs);

  async function end(): Promise<Recording> {
    measure();
    clearInterval(timer);
    if (recorder.state !== "inactive") recorder.stop();
    await stopped;
    microphone.close();
    await writing;
    ending.abort();
    return recording;
  }

  return {
    async pause() {
      measure();
      if (recorder.state !== "recording") return;
      const heard = new Promise((done) => recorder.addEventListener("dataavailable", done, { once: true }));
      recorder.requestData();
      recorder.pause();
      await heard;
    },
    resume() {
      since = performance.now();
      if (recorder.state === "paused") recorder.resume();
    },
    end,
    async discard() {
      isDiscarded = true;
      await end();
      await kept.drop(place, recording.id);
    },
    soFar: () => recording,
  };
}
