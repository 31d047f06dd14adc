import { Icon } from "@parley/ui";
import type { JSX } from "solid-js";
import { useI18n } from "../i18n/index.ts";

/** The bar over a screen that is not a conversation: the way back on a phone, and what this is. */
export function PageHead(props: { title: string; backTo: string; isBackAlways?: boolean; end?: JSX.Element }) {
  const { t } = useI18n();
  return (
    <header class="conv__head">
      <a
        class="iconbtn iconbtn--md"
        classList={{ "only-phone": !props.isBackAlways }}
        href={props.backTo}
        aria-label={t("app.back")}
      >
        <Icon name="chevron-start" size="lg" flips />
      </a>
      <h1 class="conv__h conv__name">{props.title}</h1>
      {props.end}
    </header>
  );
}
