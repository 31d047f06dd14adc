import { Button, Dialog } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createSignal, onCleanup, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";

// Not in the types of the platform yet.
type Detector = { detect(from: HTMLVideoElement): Promise<{ rawValue: string }[]> };
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector };

const lookMs = 250;

/** Reads the code on somebody's screen with the camera, where the browser can. */
export function ScanCode(props: { onClose(): void }) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const [hasFailed, setFailed] = createSignal(false);
  let video: HTMLVideoElement | undefined;
  let stream: MediaStream | undefined;
  const ending = new AbortController();

  async function look() {
    stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: "environment" } });
    if (ending.signal.aborted || !video) return stop();
    video.srcObject = stream;
    await video.play();
    const detector = new BarcodeDetector({ formats: ["qr_code"] });
    while (!ending.signal.aborted) {
      for (const { rawValue } of await detector.detect(video)) follow(rawValue);
      await new Promise((resolve) => setTimeout(resolve, lookMs));
    }
  }

  /** Only links of this very Parley lead anywhere. */
  function follow(text: string) {
    if (!URL.canParse(text)) return;
    const { origin, pathname } = new URL(text);
    if (ending.signal.aborted || origin !== location.origin || !/^\/(u|join)\/[^/]+$/.test(pathname)) return;
    stop();
    props.onClose();
    navigate(pathname);
  }

  function stop() {
    ending.abort();
    for (const track of stream?.getTracks() ?? []) track.stop();
  }

  onCleanup(stop);
  queueMicrotask(() => void look().catch(() => setFailed(true)));

  return (
    <Dialog
      isOpen
      title={t("contacts.scan")}
      onClose={props.onClose}
      actions={<Button onClick={props.onClose}>{t("app.close")}</Button>}
    >
      <Show when={!hasFailed()} fallback={<p role="alert">{t("contacts.scanFailed")}</p>}>
        <p class="muted">{t("contacts.scanText")}</p>
        <video ref={video} class="scan__view" muted playsinline aria-hidden="true" />
      </Show>
    </Dialog>
  );
}
