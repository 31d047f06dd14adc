import { type Accessor, createEffect, createMemo, createSignal, mapArray, on, onCleanup } from "solid-js";
import { CannotPrepare, type Prepared, prepare } from "../prepare/index.ts";
import type { Choosing } from "./create-choosing.ts";

export type Item = ReturnType<typeof createItem>;

/** What becomes of each chosen file before it is sent. Pictures are made again when `isOriginal` changes. */
export function createItems(choosing: Choosing, isOriginal: Accessor<boolean>): Accessor<Item[]> {
  return createMemo(mapArray(choosing.files, (file) => createItem(file, isOriginal)));
}

function createItem(file: File, isOriginal: Accessor<boolean>) {
  const [prepared, setPrepared] = createSignal<Prepared>();
  const [trouble, setTrouble] = createSignal<CannotPrepare["key"] | "choosing.unreadable">();
  const [alt, setAlt] = createSignal("");
  const [address, setAddress] = createSignal<string>();

  createEffect(
    on(isOriginal, (asIs) => {
      const leaving = new AbortController();
      onCleanup(() => leaving.abort());
      setPrepared();
      setTrouble();
      prepare(file, { isOriginal: asIs, signal: leaving.signal }).then(
        (made) => leaving.signal.aborted || setPrepared(made),
        (error: unknown) =>
          leaving.signal.aborted || setTrouble(error instanceof CannotPrepare ? error.key : "choosing.unreadable"),
      );
    }),
  );
  createEffect(() => {
    const made = prepared();
    if (made?.kind !== "image") return;
    const url = URL.createObjectURL(made.blob);
    setAddress(url);
    onCleanup(() => URL.revokeObjectURL(url));
  });

  return {
    file,
    prepared,
    trouble,
    alt,
    setAlt,
    /** Of a picture, to look at; not of one that this browser cannot show. */
    address,
    giveUpAddress: () => setAddress(),
    kind: () => prepared()?.kind ?? (file.type.startsWith("image/") ? "image" : "document"),
    size: () => prepared()?.blob.size ?? file.size,
  };
}
