import { type Accessor, createSignal } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { sentenceOfError } from "./sentence-of-error.ts";

export type Act = {
  /** Runs one act at a time; answers whether it succeeded. What it throws becomes `error()`. */
  run(work: () => Promise<unknown>): Promise<boolean>;
  isBusy: Accessor<boolean>;
  /** In the reader's language. */
  error: Accessor<string | undefined>;
  clear(): void;
};

/** Something a person does that only works online: it is under way, it failed with a sentence, or it is done. */
export function createAct(): Act {
  const i18n = useI18n();
  const [isBusy, setBusy] = createSignal(false);
  const [failure, setFailure] = createSignal<unknown>();
  return {
    isBusy,
    error: () => (failure() === undefined ? undefined : sentenceOfError(i18n, failure())),
    clear: () => setFailure(undefined),
    async run(work) {
      if (isBusy()) return false;
      setBusy(true);
      setFailure(undefined);
      try {
        await work();
        return true;
      } catch (error) {
        setFailure(() => error);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
