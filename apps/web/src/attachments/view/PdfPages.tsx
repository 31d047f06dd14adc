import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy } from "pdfjs-dist";
import PdfWorker from "pdfjs-dist/build/pdf.worker.min.mjs?worker";
import { createSignal, For, onCleanup, onMount, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";

/** To see what it is; who reads all of it downloads it. */
const mostPages = 8;

/** The first pages of a PDF. What is in it is drawn and never run. */
export function PdfPages(props: { blob: Blob; name: string; onBroken(): void }) {
  const { t } = useI18n();
  const [pdf, setPdf] = createSignal<PDFDocumentProxy>();
  const worker = new PdfWorker();
  const numbers = () => Array.from({ length: Math.min(mostPages, pdf()?.numPages ?? 0) }, (_, i) => i + 1);

  onMount(async () => {
    GlobalWorkerOptions.workerPort = worker;
    try {
      const data = new Uint8Array(await props.blob.arrayBuffer());
      setPdf(await getDocument({ data, isEvalSupported: false, enableXfa: false }).promise);
    } catch {
      props.onBroken();
    }
  });
  onCleanup(() => worker.terminate());

  async function draw(canvas: HTMLCanvasElement, of: PDFDocumentProxy, number: number): Promise<void> {
    const page = await of.getPage(number);
    const { width } = page.getViewport({ scale: 1 });
    const wanted = Math.min(1_600, 560 * devicePixelRatio);
    const viewport = page.getViewport({ scale: wanted / width });
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    await page.render({ canvas, viewport }).promise;
  }

  return (
    <div class="docpreview__pages">
      <Show when={pdf()} keyed>
        {(of) => (
          <>
            <For each={numbers()}>
              {(number) => (
                <canvas
                  class="docpreview__page"
                  role="img"
                  aria-label={t("files.page", { number, count: of.numPages })}
                  ref={(canvas) => void draw(canvas, of, number).catch(props.onBroken)}
                />
              )}
            </For>
            <Show when={of.numPages > mostPages}>
              <p class="faint t-sm">{t("files.onlyBeginning")}</p>
            </Show>
          </>
        )}
      </Show>
    </div>
  );
}
