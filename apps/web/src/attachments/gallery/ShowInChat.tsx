import { Icon } from "@parley/ui";
import { useI18n } from "../../i18n/index.ts";

/** The way from a thing to the message it was sent with. */
export function ShowInChat(props: { address: string; what: string; tabindex?: number }) {
  const { t } = useI18n();
  return (
    <a
      class="iconbtn gallery__show"
      href={props.address}
      tabindex={props.tabindex}
      aria-label={t("gallery.show", { what: props.what })}
      title={t("gallery.showShort")}
    >
      <Icon name="chat" size="sm" />
    </a>
  );
}
