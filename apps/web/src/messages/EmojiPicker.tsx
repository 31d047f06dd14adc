import { useI18n } from "../i18n/index.ts";
import { EmojiPane } from "./EmojiPane.tsx";
import { Picker } from "./Picker.tsx";

/** All emoji, to pick one. */
export function EmojiPicker(props: { at: DOMRect; onChoose(emoji: string): void; onClose(): void }) {
  const { t } = useI18n();
  return (
    <Picker at={props.at} label={t("messages.allEmoji")} onClose={props.onClose}>
      <EmojiPane
        onChoose={(emoji) => {
          props.onChoose(emoji);
          props.onClose();
        }}
      />
    </Picker>
  );
}
