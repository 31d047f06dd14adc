import { Icon } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";

/** Says that those who keep Parley know who runs this channel. */
export function VerifiedBadge() {
  const { t } = useI18n();
  return (
    <span class="verified" role="img" aria-label={t("channels.verified")}>
      <Icon name="verified" size="xs" />
    </span>
  );
}
