import { createSignal, onCleanup } from "solid-js";
import { fileOf, type Recording } from "./recording.ts";

/** Plays what was recorded before it is sent. */
export function createListening(recording: () => Recording | undefined) {
  const [isPlaying, setPlaying] = createSignal(false);
  /** From 0 to 1. */
  const [done, setDone] = createSignal(0);
  let audio: HTMLAudioElement | undefined;

  const stop = () => {
    audio?.pause();
    if (audio) URL.revokeObjectURL(audio.src);
    audio = undefined;
    setPlaying(false);
    setDone(0);
  };
  onCleanup(stop);

  return {
    isPlaying,
    done,
    stop,
    toggle() {
      const heard = recording();
      if (audio || !heard) return stop();
      audio = new Audio(URL.createObjectURL(fileOf(heard)));
      audio.addEventListener("timeupdate", () => setDone(Math.min(1, ((audio?.currentTime ?? 0) * 1_000) / heard.ms)));
      audio.addEventListener("ended", stop);
      audio.addEventListener("error", stop);
      setPlaying(true);
      void audio.play().catch(stop);
    },
  };
}
