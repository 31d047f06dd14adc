import { createEffect, createUniqueId, type JSX, onCleanup, Show } from "solid-js";

export type DialogProps = {
  isOpen: boolean;
  title: string;
  /** Esc, the backdrop, or a button asked to close. */
  onClose(): void;
  children?: JSX.Element;
  /** The safe choice first. */
  actions?: JSX.Element;
  /** Wider than a question. */
  isWide?: boolean;
};

/** A native modal dialog: the browser keeps focus inside and gives it back. */
export function Dialog(props: DialogProps) {
  const id = createUniqueId();
  return (
    <Show when={props.isOpen}>
      <dialog
        class="dialog"
        data-wide={props.isWide ? "" : undefined}
        aria-labelledby={id}
        ref={openWhenConnected}
        onCancel={(event) => {
          event.preventDefault();
          props.onClose();
        }}
        onClick={(event) => {
          if (event.target === event.currentTarget && isOutside(event)) props.onClose();
        }}
      >
        <div class="dialog__body">
          <h2 class="t-lg semi" id={id}>
            {props.title}
          </h2>
          {props.children}
        </div>
        <Show when={props.actions}>
          <div class="dialog__foot">{props.actions}</div>
        </Show>
      </dialog>
    </Show>
  );
}

function openWhenConnected(dialog: HTMLDialogElement) {
  createEffect(() => {
    if (!dialog.open) dialog.showModal();
  });
  onCleanup(() => dialog.close());
}

function isOutside(event: MouseEvent & { currentTarget: HTMLElement }): boolean {
  const box = event.currentTarget.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}
