import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { EmojiPane } from "./EmojiPane.tsx";
import { Picker } from "./Picker.tsx";

const EmojiSheet = lazy(() => import("../emoji/EmojiSheet.tsx").then((module) => ({ default: module.EmojiSheet })));

/** All emoji, to pick one; with Parley's own where they can stand too. */
export function EmojiPicker(props: { at: DOMRect; hasOwn?: boolean; onChoose(emoji: string): void; onClose(): void }) {
  const { t } = useI18n();
  /** The sheet where they are made takes the picker's place. */
  const [sheet, setSheet] = createSignal<{ isAdding: boolean }>();
  return (
    <Show
      when={sheet()}
      fallback={
        <Picker at={props.at} label={t("messages.allEmoji")} onClose={() => sheet() || props.onClose()}>
          <EmojiPane
            {...(props.hasOwn && { onOwn: (isAdding: boolean) => setSheet({ isAdding }) })}
            onChoose={(emoji) => {
              props.onChoose(emoji);
              props.onClose();
            }}
          />
        </Picker>
      }
    >
      {(it) => (
        <Suspense>
          <EmojiSheet isAdding={it().isAdding} onClose={props.onClose} />
        </Suspense>
      )}
    </Show>
  );
}
