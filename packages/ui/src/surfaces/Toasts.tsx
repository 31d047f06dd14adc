import { createContext, createEffect, createSignal, type JSX, onCleanup, Show, useContext } from "solid-js";

export type ToastContent = { text: string; action?: { label: string; run(): void } };
export type Toasts = { show(toast: ToastContent): void; dismiss(): void };

const ToastContext = createContext<Toasts>();

/** One toast at a time: 5 s, or 10 s with an action. Never for errors that need an act. */
export function ToastProvider(props: { children: JSX.Element }) {
  const [toast, setToast] = createSignal<ToastContent>();
  const dismiss = () => setToast(undefined);

  createEffect(() => {
    const shown = toast();
    if (!shown) return;
    const timer = setTimeout(dismiss, shown.action ? 10_000 : 5_000);
    onCleanup(() => clearTimeout(timer));
  });

  return (
    <ToastContext.Provider value={{ show: setToast, dismiss }}>
      {props.children}
      <div class="toasts" role="status">
        <Show when={toast()} keyed>
          {(shown) => (
            <div class="toast" popover="manual" ref={inTopLayer}>
              <span>{shown.text}</span>
              <Show when={shown.action} keyed>
                {(action) => (
                  <button
                    type="button"
                    onClick={() => {
                      dismiss();
                      action.run();
                    }}
                  >
                    {action.label}
                  </button>
                )}
              </Show>
            </div>
          )}
        </Show>
      </div>
    </ToastContext.Provider>
  );
}

export function useToast(): Toasts {
  const toasts = useContext(ToastContext);
  if (!toasts) throw new Error("useToast needs a ToastProvider around it.");
  return toasts;
}

function inTopLayer(toast: HTMLElement) {
  createEffect(() => toast.showPopover?.());
}
