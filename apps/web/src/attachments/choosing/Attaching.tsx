import { Icon } from "@parley/ui";
import { createSignal, lazy, onCleanup, onMount, Show, Suspense, untrack } from "solid-js";
import { Portal } from "solid-js/web";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import type { Choosing } from "./create-choosing.ts";
import { droppedFiles, hasFiles } from "./dropped-files.ts";
import "./tray.css";

const Tray = lazy(() => import("./Tray.tsx").then((module) => ({ default: module.Tray })));

/** The ways on which files come to a message besides the menu: dropped, pasted, or shared by another app. */
export function Attaching(props: { choosing: Choosing; field: HTMLTextAreaElement; isOpen: boolean; title: string }) {
  const { t } = useI18n();
  const sync = useSync();
  const [over, setOver] = createSignal<DOMRect>();
  // There is one for as long as the composer is there.
  const field = untrack(() => props.field);
  const pane = field.closest<HTMLElement>(".aside, .conv");
  const add = (files: readonly File[]) => {
    if (!files.length) return;
    props.choosing.add(files);
    field.focus({ preventScroll: true });
  };

  const onPaste = (event: ClipboardEvent) => {
    const data = event.clipboardData;
    // Office programs put a picture of the words beside them.
    const isWords = Boolean(data?.getData("text/plain") && data.getData("text/html"));
    if (!data?.files.length || isWords || !props.isOpen) return;
    event.preventDefault();
    add([...data.files]);
  };
  const isHere = (event: DragEvent) => props.isOpen && pane?.contains(event.target as Node) === true;
  const onDragOver = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    // Anywhere else the browser would leave Parley to show the file.
    event.preventDefault();
    setOver(isHere(event) ? pane?.getBoundingClientRect() : undefined);
  };
  const onDragLeave = (event: DragEvent) => !event.relatedTarget && setOver(undefined);
  const onDrop = (event: DragEvent) => {
    setOver(undefined);
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (isHere(event)) add(droppedFiles(event));
  };
  onMount(() => {
    field.addEventListener("paste", onPaste);
    addEventListener("dragover", onDragOver);
    addEventListener("dragleave", onDragLeave);
    addEventListener("drop", onDrop);
  });
  onCleanup(() => {
    field.removeEventListener("paste", onPaste);
    removeEventListener("dragover", onDragOver);
    removeEventListener("dragleave", onDragLeave);
    removeEventListener("drop", onDrop);
  });
  // What was still being made ready when the page was left.
  const { choosing } = untrack(() => props);
  const place = untrack(() => ({ key: choosing.draft.key(), conversationId: choosing.draft.conversationId() }));
  void sync
    .draftFiles()
    .then((files) => files.unfinished(place))
    .then((found) => {
      const named = new Set(choosing.drafted().map((it) => it.fileId));
      choosing.restore(found.filter((it) => !it.fileId || !named.has(it.fileId)));
    })
    .catch(() => undefined);
  if ((history.state as { hasShared?: true } | null)?.hasShared) void sync.takeShared().then(add);

  return (
    <>
      <Show when={props.choosing.chosen().length > 0 && props.isOpen}>
        <Suspense>
          <Tray choosing={props.choosing} />
        </Suspense>
      </Show>
      <Show when={over()}>
        {(box) => (
          <Portal>
            <div
              class="dropzone"
              style={{
                left: `${box().left}px`,
                top: `${box().top}px`,
                width: `${box().width}px`,
                height: `${box().height}px`,
              }}
            >
              <Icon name="upload" size="lg" />
              <b>{t("choosing.drop", { title: props.title })}</b>
              <span>{t("choosing.dropNote")}</span>
            </div>
          </Portal>
        )}
      </Show>
    </>
  );
}
