import { createContext, createUniqueId, type JSX, Show, useContext } from "solid-js";
import { Icon } from "../icons/Icon.tsx";

type FieldIds = { id: string; describedBy(): string | undefined; isInvalid(): boolean };
const FieldContext = createContext<FieldIds>();

/** A label over one input, with a hint or an error below that the input is described by. */
export function Field(props: { label: string; hint?: JSX.Element; error?: string | undefined; children: JSX.Element }) {
  const id = createUniqueId();
  const below = () => (props.error ? `${id}-error` : props.hint ? `${id}-hint` : undefined);
  return (
    <FieldContext.Provider value={{ id, describedBy: below, isInvalid: () => Boolean(props.error) }}>
      <div class="field">
        <label class="label" for={id}>
          {props.label}
        </label>
        {props.children}
        <Show
          when={props.error}
          fallback={
            <Show when={props.hint}>
              <p class="hint" id={`${id}-hint`}>
                {props.hint}
              </p>
            </Show>
          }
        >
          <p class="error" id={`${id}-error`} role="alert">
            <Icon name="alert-circle" size="xs" />
            <span>{props.error}</span>
          </p>
        </Show>
      </div>
    </FieldContext.Provider>
  );
}

/** The attributes that tie an input to the field around it; none outside a field. */
export function fieldAttributes() {
  const field = useContext(FieldContext);
  return {
    get id() {
      return field?.id;
    },
    get "aria-describedby"() {
      return field?.describedBy();
    },
    get "aria-invalid"() {
      return field?.isInvalid() ? ("true" as const) : undefined;
    },
  };
}
