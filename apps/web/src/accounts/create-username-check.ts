import { errorReasons } from "@parley/schema";
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import { useSync } from "../sync/index.ts";

export type UsernameCheck = { username: string; isFree: boolean; reason?: (typeof errorReasons)[number] };

const pauseMs = 300;

/** Whether the username is free, once the typing has paused. Offline it says nothing: the server has the last word anyway. */
export function createUsernameCheck(username: Accessor<string>): Accessor<UsernameCheck | undefined> {
  const sync = useSync();
  const [check, setCheck] = createSignal<UsernameCheck>();
  createEffect(
    on(username, (typed) => {
      setCheck(undefined);
      if (typed.trim() === "") return;
      const abort = new AbortController();
      const timer = setTimeout(() => void ask(typed.trim(), abort.signal), pauseMs);
      onCleanup(() => {
        clearTimeout(timer);
        abort.abort();
      });
    }),
  );
  const ask = async (typed: string, signal: AbortSignal) => {
    const answer = await sync.api.accounts.checkUsername.query({ username: typed }, { signal }).catch(() => undefined);
    if (!answer || signal.aborted) return;
    setCheck({
      username: typed,
      isFree: answer.isFree,
      reason: errorReasons.find((reason) => reason === answer.reason),
    });
  };
  return check;
}
