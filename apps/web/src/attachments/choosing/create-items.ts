import { type ErrorReason, type FileId, newId } from "@parley/schema";
import { type Accessor, createEffect, createMemo, createSignal, mapArray, onCleanup, untrack } from "solid-js";
import { createUpload, useSync } from "../../sync/index.ts";
import { CannotPrepare, prepare } from "../prepare/index.ts";
import type { Choosing } from "./create-choosing.ts";
import { draftFileOf } from "./taken-of.ts";

export type Item = ReturnType<typeof createItem>;
type Trouble = CannotPrepare["key"] | "choosing.unreadable" | "choosing.noRoom" | `error.${ErrorReason}`;
/** Whether pictures are sent as they are; what was restored brings the choice that it was made by. */
export type OriginalChoice = { isOn: Accessor<boolean>; set(isOn: boolean): void };

/** What is kept as it was chosen, until it is ready: more takes longer to be kept than to be made ready. */
const mostKept = 100_000_000;

/** What becomes of each file in the tray before it is sent: made ready, kept on this device, named in the draft. */
export function createItems(choosing: Choosing, original: OriginalChoice): Accessor<Item[]> {
  return createMemo(
    mapArray(
      () => choosing.chosen().map((it) => it.id),
      (id) => createItem(choosing, id, original),
    ),
  );
}

function createItem(choosing: Choosing, id: FileId, original: OriginalChoice) {
  const sync = useSync();
  const files = sync.draftFiles();
  const place = untrack(() => ({ key: choosing.draft.key(), conversationId: choosing.draft.conversationId() }));
  const it = createMemo(() => choosing.chosen().find((chosen) => chosen.id === id));
  const first = untrack(it);
  const drafted = () => it()?.drafted;
  const alt = () => drafted()?.alt ?? it()?.alt ?? "";
  const fileId = createMemo(() => drafted()?.fileId ?? id);
  const upload = createUpload(fileId);
  const [source, setSource] = createSignal(first?.file);
  const [isMaking, setMaking] = createSignal(false);
  const [trouble, setTrouble] = createSignal<Trouble>();
  let madeAs = first?.isOriginal;
  let isGone = false;
  onCleanup(() => (isGone = true));

  if (first?.isOriginal) original.set(true);
  if (first?.drafted) void restore(first.drafted.fileId);
  else if (first?.file && first.file.size <= mostKept) void keepChosen(first.file);

  createEffect(() => {
    const file = source();
    const isOriginal = original.isOn();
    if (!file || untrack(() => drafted() && (!isPicture(file) || madeAs === isOriginal))) return;
    const leaving = new AbortController();
    onCleanup(() => leaving.abort());
    madeAs = isOriginal;
    setTrouble();
    setMaking(true);
    void make(file, isOriginal, leaving.signal).catch((error: unknown) => {
      if (leaving.signal.aborted) return;
      setMaking(false);
      setTrouble(troubleOf(error));
    });
  });

  async function make(file: File, isOriginal: boolean, signal: AbortSignal) {
    const old = untrack(drafted);
    const made = await prepare(file, { isOriginal, signal });
    if (signal.aborted) return;
    const ready = { fileId: newId<FileId>(), name: made.name, blob: made.blob };
    await (await files).keep(place, id, ready, isOriginal);
    if (signal.aborted) return (await files).letGo(place, [ready.fileId]);
    // What it was is part of the draft until then: whenever the page dies, there is one of the two, in its place.
    choosing.change(id, { drafted: draftFileOf(ready.fileId, made, untrack(alt)) });
    setMaking(false);
    await choosing.draft.save();
    await (await files).drafted(id, isPicture(file) ? { fileId: ready.fileId, isOriginal } : undefined);
    if (old) await (await files).letGo(place, [old.fileId]);
  }

  /** What it was made of may be here, so that it can be made again. */
  async function restore(of: FileId) {
    const kept = await (await files).chosenAs(place, of).catch(() => undefined);
    if (!kept || isGone) return;
    madeAs = kept.isOriginal;
    if (kept.isOriginal) original.set(true);
    setSource(kept.file);
  }

  // A device without room for it also says so of what is made of it.
  async function keepChosen(file: File) {
    const chosen = { id, key: place.key, file, isOriginal: original.isOn(), isDrafted: false };
    await (await files).choose(chosen).catch(() => undefined);
  }

  return {
    id,
    drafted,
    isReady: () => drafted() !== undefined && !isMaking(),
    source,
    alt,
    setAlt: (text: string) =>
      choosing.change(id, drafted() ? { drafted: { ...drafted()!, alt: text } } : { alt: text }),
    trouble: (): Trouble | undefined => {
      const failure = upload()?.state === "failed" ? upload()?.failure : undefined;
      return trouble() ?? (failure && `error.${failure.reason}`);
    },
    /** What the server has refused may go once there is room, say. */
    canRetry: () => upload()?.state === "failed",
    retry: async () => (await files).retry(fileId()),
    /** How far it has come on its way to the server; nothing once it is there. */
    progress: () => (upload()?.state === "waiting" && drafted() ? upload() : undefined),
    name: () => source()?.name ?? drafted()?.name ?? "",
    kind: () => drafted()?.kind ?? (source() && isPicture(source()!) ? "image" : "document"),
    size: () => drafted()?.size ?? source()?.size ?? 0,
    /** Whether it can be sent as it is instead. */
    canBeOriginal: () => Boolean(source() && isPicture(source()!)),
  };
}

const isPicture = (file: File) => file.type.startsWith("image/");

function troubleOf(error: unknown): Trouble {
  if (error instanceof CannotPrepare) return error.key;
  return error instanceof DOMException && error.name === "QuotaExceededError"
    ? "choosing.noRoom"
    : "choosing.unreadable";
}
