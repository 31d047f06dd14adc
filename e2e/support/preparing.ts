import { resolve } from "node:path";
import type { Browser } from "playwright-core";
import { createServer } from "vite";
import { freePort } from "./free-port.ts";

export type PreparedThere = {
  kind: string;
  name: string;
  mime: string;
  bytes: Buffer;
  input: {
    name: string;
    width?: number;
    height?: number;
    thumbHash?: string;
    isAnimated?: true;
    durationMs?: number;
    waveform?: string;
  };
};
export type Preparing = {
  /** What becomes of a file in the browser before it is sent; `refused` is the sentence's key. */
  prepare(
    bytes: Uint8Array,
    name: string,
    options?: { isOriginal?: boolean; type?: string; abortAfterMs?: number },
  ): Promise<PreparedThere>;
  /** Records what a canvas shows and an oscillator plays, as a phone would record a film. */
  record(what: "film" | "sound", ms: number): Promise<Buffer>;
  close(): Promise<void>;
};

const web = resolve(import.meta.dirname, "../../apps/web");

const inPage = `
  import { prepare } from "/src/attachments/prepare/index.ts";
  const read = (blob) => new Promise((done) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result.split(",")[1] ?? "");
    reader.readAsDataURL(blob);
  });
  window.prepareThere = async (base64, name, { type = "", isOriginal = false, abortAfterMs }) => {
    const bytes = Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
    const signal = abortAfterMs === undefined ? undefined : AbortSignal.timeout(abortAfterMs);
    const { blob, ...rest } = await prepare(new File([bytes], name, { type }), { isOriginal, signal });
    return { ...rest, mime: blob.type, bytes: await read(blob) };
  };
  window.recordThere = async (what, ms) => {
    const context = new AudioContext();
    const sound = context.createMediaStreamDestination();
    const tone = context.createOscillator();
    tone.connect(sound);
    tone.start();
    const stream = new MediaStream(sound.stream.getTracks());
    if (what === "film") {
      const canvas = Object.assign(document.createElement("canvas"), { width: 320, height: 180 });
      const paint = canvas.getContext("2d");
      let n = 0;
      setInterval(() => {
        paint.fillStyle = n++ % 2 ? "teal" : "tomato";
        paint.fillRect(0, 0, 320, 180);
      }, 40);
      stream.addTrack(canvas.captureStream(25).getVideoTracks()[0]);
    }
    const recorder = new MediaRecorder(stream);
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    const ended = new Promise((done) => (recorder.onstop = done));
    recorder.start();
    setTimeout(() => recorder.stop(), ms);
    await ended;
    return read(new Blob(parts));
  };
`;

/** A page with the part of the web app that makes files ready, straight from its sources. */
export async function startPreparing(browser: Browser): Promise<Preparing> {
  const server = await createServer({
    root: web,
    configFile: false,
    logLevel: "error",
    appType: "custom",
    optimizeDeps: { noDiscovery: true },
    server: { port: await freePort(), host: "localhost", strictPort: true, hmr: false },
  });
  await server.listen();
  const context = await browser.newContext({ bypassCSP: true });
  const page = await context.newPage();
  await page.goto(`http://localhost:${server.config.server.port}/robots`);
  await page.addScriptTag({ type: "module", content: inPage });
  await page.waitForFunction("window.recordThere");
  const call = (name: string, ...given: unknown[]) =>
    page.evaluate(`window.${name}(${given.map((it) => JSON.stringify(it)).join(",")})`);

  return {
    async prepare(bytes, name, options = {}) {
      const made = (await call("prepareThere", Buffer.from(bytes).toString("base64"), name, options)) as Omit<
        PreparedThere,
        "bytes"
      > & { bytes: string };
      return { ...made, bytes: Buffer.from(made.bytes, "base64") };
    },
    record: async (what, ms) => Buffer.from((await call("recordThere", what, ms)) as string, "base64"),
    async close() {
      await context.close();
      await server.close();
    },
  };
}
