import type { MessageId } from "@parley/schema";
import { type Accessor, createSignal } from "solid-js";

/** What stands in a message to be pressed. */
const controls = "a, button, input:enabled, [role=button], [role=slider], pre";

type Act = (id: MessageId) => void;

/**
 * The log is one tab stop. Arrows go from message to message, Enter goes into a message's links and buttons, Escape
 * comes out again.
 */
export function createRoving(source: {
  ids: Accessor<readonly MessageId[]>;
  log: Accessor<HTMLElement | undefined>;
  reveal(index: number): void;
  /** The menu key and Delete. */
  openMenu: Act;
  remove: Act;
  /** R and T. */
  reply: Act;
  openThread: Act;
  /** Space, and Shift with an arrow. */
  select(id: MessageId, isRange: boolean): void;
  isSelecting(): boolean;
  stopSelecting(): void;
}) {
  const [current, setCurrent] = createSignal<MessageId>();
  const [entered, setEntered] = createSignal<MessageId>();
  const find = (id: MessageId) => source.log()?.querySelector<HTMLElement>(`[data-message="${id}"]`) ?? undefined;

  const goTo = (index: number) => {
    const id = source.ids()[Math.max(0, Math.min(index, source.ids().length - 1))];
    if (!id) return;
    setCurrent(id);
    setEntered(undefined);
    source.reveal(source.ids().indexOf(id));
    focusSoon(id);
  };

  // A row that comes into sight is hidden, and cannot be focused, until it has been measured.
  const focusSoon = (id: MessageId, framesLeft = 30) => {
    const row = find(id);
    row?.focus({ preventScroll: true });
    if (document.activeElement === row || framesLeft === 0 || current() !== id) return;
    requestAnimationFrame(() => focusSoon(id, framesLeft - 1));
  };

  const selectTo = (from: MessageId, index: number) => {
    if (!source.isSelecting()) source.select(from, false);
    const id = source.ids()[index];
    if (id) source.select(id, true);
    goTo(index);
  };

  const enter = (id: MessageId) => {
    setEntered(id);
    find(id)?.querySelector<HTMLElement>(controls)?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const id = idOf(event.target);
    const isInside = event.target instanceof Element && event.target.closest(controls) !== null;
    if (isInside) {
      if (event.key !== "Escape" || !id) return;
      event.preventDefault();
      event.stopPropagation();
      setEntered(undefined);
      find(id)?.focus({ preventScroll: true });
      return;
    }
    const at = id ? source.ids().indexOf(id) : source.ids().length;
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.shiftKey && step && id) selectTo(id, at + step);
    else if (event.key === " " && id) source.select(id, false);
    else if (event.key === "Escape" && source.isSelecting()) source.stopSelecting();
    else if (event.key === "ArrowUp") goTo(at - 1);
    else if (event.key === "ArrowDown") goTo(at + 1);
    else if (event.key === "Home") goTo(0);
    else if (event.key === "End") goTo(source.ids().length - 1);
    else if (event.key === "Enter" && id) enter(id);
    else if ((event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) && id) source.openMenu(id);
    else if (event.key === "Delete" && id) source.remove(id);
    else if (event.key.toLowerCase() === "r" && id) source.reply(id);
    else if (event.key.toLowerCase() === "t" && id) source.openThread(id);
    else if (event.key === "Escape" && id) {
      setCurrent(undefined);
      source.log()?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const onFocusOut = (event: FocusEvent) => {
    const next = event.relatedTarget;
    if (next instanceof Node && source.log()?.contains(next)) return;
    setEntered(undefined);
  };

  return {
    /** The row that must stay mounted because focus is, or was last, in it. */
    current,
    entered,
    onKeyDown,
    onFocusIn: (event: FocusEvent) => {
      const id = idOf(event.target);
      if (id) setCurrent(id);
    },
    onFocusOut,
  };
}

function idOf(target: EventTarget | null): MessageId | undefined {
  if (!(target instanceof Element)) return undefined;
  return (target.closest<HTMLElement>("[data-message]")?.dataset["message"] as MessageId | undefined) ?? undefined;
}
