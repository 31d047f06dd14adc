import type { Attachment, FileId, MessageRow } from "@parley/schema";
import { type Accessor, batch, createEffect, createMemo, createSignal, on } from "solid-js";
import { createMessage, createNearest } from "../../sync/index.ts";
import { isSeen } from "../files-of.ts";

export type Medium = { message: MessageRow; file: Attachment };

/** So many are at hand on either side of what is shown. */
const ahead = 4;

const mediaOf = (message: MessageRow): Medium[] =>
  (message.attachments ?? []).filter(isSeen).map((file) => ({ message, file }));

const fileIn = (message: MessageRow | undefined, { message: { id }, file: { fileId } }: Medium) =>
  message?.id === id ? message.attachments?.find((it) => it.fileId === fileId) : undefined;
const looksSame = (one: Medium | undefined, other: Medium | undefined) =>
  one?.file.fileId === other?.file.fileId && one?.file.playable === other?.file.playable;

type Start = { message: MessageRow; fileId: FileId; media?: Medium[]; onGone(): void };

/** The pictures and videos of a conversation in their order, as far as this device holds them, found as one goes along; or those given. */
export function createMediaList(start: Start): {
  media: Accessor<Medium[]>;
  at: Accessor<number>;
  current: Accessor<Medium | undefined>;
  goTo(index: number): void;
} {
  const findNearest = createNearest();
  const [media, setMedia] = createSignal(start.media ?? mediaOf(start.message));
  const [at, setAt] = createSignal(
    Math.max(
      0,
      media().findIndex((it) => it.file.fileId === start.fileId),
    ),
  );
  const isGiven = start.media !== undefined;
  const isOver = { [-1]: isGiven, [1]: isGiven };
  const isLooking = { [-1]: false, [1]: false };
  const hasMedia = (message: MessageRow) => (message.attachments ?? []).some(isSeen);

  async function look(step: 1 | -1): Promise<void> {
    const left = step === 1 ? media().length - 1 - at() : at();
    const edge = media().at(step === 1 ? -1 : 0)?.message;
    // What is not sent yet has no place among the others.
    if (!edge || edge.seq === 0 || left >= ahead || isOver[step] || isLooking[step]) return;
    isLooking[step] = true;
    const found = await findNearest(edge, step, hasMedia).catch(() => undefined);
    isLooking[step] = false;
    if (!found) isOver[step] = true;
    else
      batch(() => {
        const more = mediaOf(found);
        setMedia((before) => (step === 1 ? [...before, ...more] : [...more, ...before]));
        if (step === -1) setAt((before) => before + more.length);
      });
    if (found) await look(step);
  }

  const lookAround = () => {
    void look(-1);
    void look(1);
  };
  lookAround();

  const found = createMemo(() => media()[at()]);
  const latest = createMessage(() => {
    const message = found()?.message;
    return message && message.seq > 0 ? message : undefined;
  });
  /** By now more may have been made of a film. */
  const current = createMemo(
    () => {
      const medium = found();
      const [message, file] = [latest(), medium && fileIn(latest(), medium)];
      return message && file ? { message, file } : medium;
    },
    undefined,
    { equals: looksSame },
  );
  createEffect(
    on(latest, (message, before) => {
      const medium = found();
      if (!medium || fileIn(message, medium)) return;
      if (message?.id === medium.message.id || fileIn(before, medium)) start.onGone();
    }),
  );

  return {
    media,
    at,
    current,
    goTo(index) {
      if (index < 0 || index >= media().length) return;
      setAt(index);
      lookAround();
    },
  };
}
