/** A film or a recording, ready to be asked; `width` is 0 when there is nothing to see. */
export type Loaded = {
  element: HTMLVideoElement;
  width: number;
  height: number;
  /** Of a stream that says none even at its end, nobody knows it. */
  durationMs: number | undefined;
  close(): void;
};

const patienceMs = 10_000;

/** Opens it in the page, where nobody sees or hears it; null when this browser cannot, or takes too long. */
export async function loadMedia(blob: Blob, signal?: AbortSignal): Promise<Loaded | null> {
  const element = document.createElement("video");
  const address = URL.createObjectURL(blob);
  const close = () => {
    element.removeAttribute("src");
    element.load();
    URL.revokeObjectURL(address);
  };
  element.muted = true;
  element.playsInline = true;
  element.preload = "auto";
  element.src = address;
  const isReady = await happens(element, "loadedmetadata", signal).catch((reason: unknown) => {
    close();
    throw reason;
  });
  if (!isReady) {
    close();
    return null;
  }
  const { videoWidth: width, videoHeight: height } = element;
  return { element, width, height, durationMs: await durationOf(element, signal), close };
}

/** Whether it came to that, in time; throws when it was called off. */
export function happens(element: HTMLVideoElement, event: string, signal?: AbortSignal): Promise<boolean> {
  const ended = new AbortController();
  return new Promise<boolean>((resolve, reject) => {
    const options = { once: true, signal: ended.signal };
    element.addEventListener(event, () => resolve(true), options);
    element.addEventListener("error", () => resolve(false), options);
    AbortSignal.timeout(patienceMs).addEventListener("abort", () => resolve(false), options);
    signal?.addEventListener("abort", () => reject(signal.reason), options);
    if (signal?.aborted) reject(signal.reason);
  }).finally(() => ended.abort());
}

async function durationOf(element: HTMLVideoElement, signal: AbortSignal | undefined): Promise<number | undefined> {
  // What was recorded as it came does not know its length until one has been at its end.
  if (element.duration === Number.POSITIVE_INFINITY) {
    element.currentTime = Number.MAX_SAFE_INTEGER;
    await happens(element, "durationchange", signal);
  }
  const known = Math.round(element.duration * 1_000);
  return Number.isFinite(known) && known <= 86_400_000 ? known : undefined;
}
