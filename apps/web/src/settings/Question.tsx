import { Button, Dialog } from "@parley/ui";
import { type JSX, Show } from "solid-js";
import { createAct } from "../app/create-act.ts";

export type QuestionProps = {
  isOpen: boolean;
  title: string;
  text?: JSX.Element;
  /** The safe choice: first, and focused. */
  keep: string;
  go: string;
  isDangerous?: boolean;
  /** While something must still be typed. */
  isHeld?: boolean;
  children?: JSX.Element;
  onClose(): void;
  onGo(): Promise<unknown>;
};

/** Asks before an act that is online only; stays open with a sentence when it fails. */
export function Question(props: QuestionProps) {
  const act = createAct();
  const close = () => {
    act.clear();
    props.onClose();
  };
  const go = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!props.isHeld && (await act.run(props.onGo))) props.onClose();
  };
  return (
    <Dialog isOpen={props.isOpen} title={props.title} onClose={close}>
      <form class="question" onSubmit={(event) => void go(event)}>
        <Show when={props.text}>
          <p class="muted">{props.text}</p>
        </Show>
        {props.children}
        <Show when={act.error()}>
          <p class="error" role="alert">
            {act.error()}
          </p>
        </Show>
        <div class="question__acts">
          <Button autofocus={!props.children} onClick={close}>
            {props.keep}
          </Button>
          <Button
            type="submit"
            variant={props.isDangerous === false ? "primary" : "danger"}
            disabled={props.isHeld}
            isBusy={act.isBusy()}
          >
            {props.go}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
