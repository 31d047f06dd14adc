export type MicrophoneTrouble = "voice.refused" | "voice.noMicrophone";
export type Microphone = { stream: MediaStream; mime: string; level(): number; close(): void };

/** Opus wherever it is made; Safari keeps it in an MP4, or makes AAC of it. */
const types = ["audio/webm;codecs=opus", "audio/ogg;codecs=opus", "audio/mp4;codecs=opus", "audio/mp4"];

export const recordableType = (): string | undefined =>
  typeof MediaRecorder === "undefined" || !navigator.mediaDevices
    ? undefined
    : types.find((type) => MediaRecorder.isTypeSupported(type));

/** Opens the microphone; the browser asks the first time. Answers with why not. */
export async function openMicrophone(mime: string): Promise<Microphone | MicrophoneTrouble> {
  const asked = { channelCount: 1, echoCancellation: true, noiseSuppression: true, autoGainControl: true };
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: asked });
    return { stream, mime, ...meterOf(stream) };
  } catch (error) {
    return error instanceof DOMException && error.name === "NotAllowedError" ? "voice.refused" : "voice.noMicrophone";
  }
}

function meterOf(stream: MediaStream): Pick<Microphone, "level" | "close"> {
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 1_024;
  context.createMediaStreamSource(stream).connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  return {
    level() {
      analyser.getFloatTimeDomainData(wave);
      return Math.min(1, Math.hypot(...wave) / Math.sqrt(wave.length / 8));
    },
    close() {
      for (const track of stream.getTracks()) track.stop();
      void context.close();
    },
  };
}
