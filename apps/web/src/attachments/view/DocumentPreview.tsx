import type { Attachment } from "@parley/schema";
import { Button, Dialog, Spinner } from "@parley/ui";
import { createSignal, lazy, Match, onMount, Show, Suspense, Switch } from "solid-js";
import { ColouredCode } from "../../formatting/ColouredCode.tsx";
import { useI18n } from "../../i18n/index.ts";
import { type TimelineMessage, useSync } from "../../sync/index.ts";
import { languageOf, previewKind } from "./file-look.ts";
import { readFile, textOf } from "./read-file.ts";
import { saveFile } from "./save-file.ts";
import "./document-preview.css";

const PdfPages = lazy(() => import("./PdfPages.tsx").then((module) => ({ default: module.PdfPages })));

/** Beyond this only the beginning is shown: nobody reads it all here. */
const mostText = 200_000;

/** What is in a file, to read here: words and code, or the first pages of a PDF. */
export function DocumentPreview(props: { message: TimelineMessage; file: Attachment; onClose(): void }) {
  const { t, formatBytes } = useI18n();
  const sync = useSync();
  const [bytes, setBytes] = createSignal<Blob>();
  const [text, setText] = createSignal<string>();
  const [isBroken, setBroken] = createSignal(false);
  const kind = () => previewKind(props.file);
  const isCut = () => kind() === "text" && props.file.size > mostText;

  onMount(async () => {
    try {
      const { message, file } = props;
      const read = await readFile(sync, message.id, file, kind() === "text" ? mostText : undefined);
      if (kind() === "text") setText(await textOf(read));
      else setBytes(read);
    } catch {
      setBroken(true);
    }
  });

  return (
    <Dialog
      isOpen
      isWide
      title={props.file.name}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("app.close")}</Button>
          <Button variant="primary" onClick={() => void saveFile(sync, props.message.id, props.file)}>
            {t("files.download")}
          </Button>
        </>
      }
    >
      <p class="faint t-sm">{formatBytes(props.file.size)}</p>
      <div class="docpreview" tabindex="0" role="region" aria-label={props.file.name}>
        <Switch fallback={<Spinner label={t("app.loading")} />}>
          <Match when={isBroken()}>
            <p class="faint" role="alert">
              {t("files.notHere")}
            </p>
          </Match>
          <Match when={text() !== undefined}>
            <pre class="docpreview__text" dir={languageOf(props.file) ? "ltr" : "auto"}>
              <code>
                <ColouredCode code={text() ?? ""} language={languageOf(props.file)} />
              </code>
            </pre>
          </Match>
          <Match when={bytes()}>
            {(blob) => (
              <Suspense fallback={<Spinner label={t("app.loading")} />}>
                <PdfPages blob={blob()} name={props.file.name} onBroken={() => setBroken(true)} />
              </Suspense>
            )}
          </Match>
        </Switch>
      </div>
      <Show when={isCut()}>
        <p class="faint t-sm">{t("files.onlyBeginning")}</p>
      </Show>
    </Dialog>
  );
}
