import { useI18n } from "../../i18n/index.ts";
import type { Player } from "./create-player.ts";

/** How fast one listens; pressed, faster, and then as it was spoken again. */
export function Speed(props: { player: Player; tabindex: number }) {
  const { t, formatNumber } = useI18n();
  return (
    <button
      type="button"
      class="sound__speed"
      tabindex={props.tabindex}
      aria-label={t("files.speed", { speed: props.player.speed() })}
      onClick={() => props.player.nextSpeed()}
    >
      <bdi dir="ltr">{formatNumber(props.player.speed())}×</bdi>
    </button>
  );
}
