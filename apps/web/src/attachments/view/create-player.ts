import type { Attachment, MessageRow } from "@parley/schema";
import { type Accessor, createSignal, getOwner, onCleanup, runWithOwner } from "solid-js";
import { createNearest, createPreference, type Sync, useSync } from "../../sync/index.ts";
import { askFileUrl } from "../file-url.ts";
import { createPlayed } from "./create-played.ts";

/** What can be heard: a file on a message. */
export type Track = { message: Pick<MessageRow, "id" | "conversationId" | "seq" | "senderId">; file: Attachment };

export type Player = {
  track: Accessor<Track | undefined>;
  isPlaying: Accessor<boolean>;
  /** It could not be had. */
  isBroken: Accessor<boolean>;
  positionMs: Accessor<number>;
  speed: Accessor<number>;
  play(track: Track, fromMs?: number): void;
  pause(): void;
  seek(ms: number): void;
  nextSpeed(): void;
  /** Ends it, and puts it away. */
  close(): void;
  /** For good: nobody is signed in any more. */
  end(): void;
};

const speeds = [1, 1.5, 2];
/** Up to here a sound is fetched whole: it then plays, and is sought in, without a network too. */
const mostWhole = 8_000_000;

export const isSameTrack = (a: Track | undefined, b: Track): boolean =>
  a?.file.fileId === b.file.fileId && a.message.id === b.message.id;

/** Plays one sound at a time. After a voice note comes the next one of its conversation. */
export function createPlayer(end: () => void): Player {
  const sync = useSync();
  const findNearest = createNearest();
  const kept = createPreference("voiceSpeed");
  const played = createPlayed();
  const owner = getOwner();
  const audio = new Audio();
  const [track, setTrack] = createSignal<Track>();
  const [isPlaying, setPlaying] = createSignal(false);
  const [isBroken, setBroken] = createSignal(false);
  const [positionMs, setPosition] = createSignal(0);
  const speed = () => speeds.find((it) => it === kept()) ?? 1;
  let ownUrl: string | undefined;

  async function load(next: Track, fromMs: number) {
    audio.pause();
    setTrack(next);
    setBroken(false);
    setPosition(fromMs);
    // Shown as playing at once: it will, as soon as it is here.
    setPlaying(true);
    const source = await sourceOf(sync, next).catch(() => undefined);
    if (track() !== next) return void (source && letGo(source));
    letGo(ownUrl);
    ownUrl = source;
    if (!source) return fail();
    audio.src = source;
    audio.currentTime = fromMs / 1_000;
    if (isPlaying()) await start();
  }

  async function start() {
    audio.playbackRate = track()?.file.kind === "voice" ? speed() : 1;
    setPlaying(true);
    const now = track();
    if (now) played.mark(now.message, now.file);
    // Refused where nobody has pressed anything; interrupted when something else is chosen.
    await audio.play().catch((error: DOMException) => error.name !== "AbortError" && setPlaying(false));
  }

  function fail() {
    setPlaying(false);
    setBroken(true);
  }

  async function goOn() {
    setPlaying(false);
    setPosition(0);
    const last = track();
    if (last?.file.kind !== "voice") return;
    const holdsVoice = (message: MessageRow) => message.attachments?.[0]?.kind === "voice";
    const message = await findNearest(last.message, 1, holdsVoice);
    const file = message?.attachments?.[0];
    if (message && file && track() === last) runWithOwner(owner, () => void load({ message, file }, 0));
  }

  audio.ontimeupdate = () => setPosition(audio.currentTime * 1_000);
  audio.onpause = () => setPlaying(false);
  audio.onplay = () => setPlaying(true);
  audio.onended = () => void goOn();
  audio.onerror = () => audio.src && fail();
  const close = () => {
    audio.pause();
    audio.removeAttribute("src");
    letGo(ownUrl);
    ownUrl = undefined;
    setTrack(undefined);
    setPlaying(false);
  };
  onCleanup(close);

  return {
    track,
    isPlaying,
    isBroken,
    positionMs,
    speed,
    play(next, fromMs) {
      if (!isSameTrack(track(), next) || isBroken()) return void load(next, fromMs ?? 0);
      if (fromMs !== undefined) audio.currentTime = fromMs / 1_000;
      void start();
    },
    pause() {
      setPlaying(false);
      audio.pause();
    },
    seek(ms) {
      setPosition(ms);
      audio.currentTime = ms / 1_000;
    },
    nextSpeed() {
      const next = speeds[(speeds.indexOf(speed()) + 1) % speeds.length] ?? 1;
      audio.playbackRate = next;
      void sync.do.setPreference("voiceSpeed", next);
    },
    close,
    end,
  };
}

async function sourceOf(sync: Sync, { message, file }: Track): Promise<string> {
  const own = await sync.localFile(file.fileId);
  if (own) return URL.createObjectURL(own);
  const url = await askFileUrl(sync, { messageId: message.id, fileId: file.fileId, variant: "original" });
  if (file.size > mostWhole) return url;
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`The sound answered ${answer.status}.`);
  return URL.createObjectURL(await answer.blob());
}

function letGo(url: string | undefined) {
  if (url?.startsWith("blob:")) URL.revokeObjectURL(url);
}
