import type { LocationContent } from "@parley/schema";
import { Icon, IconButton } from "@parley/ui";
import { createSignal, For } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { tileOf } from "./places.ts";

const tileSize = 256;
const zooms = { least: 3, first: 15, most: 18 };

/** Nine tiles around a point, from the server the installation names: asked for only once somebody wants a map. */
export function PlaceMap(props: { content: LocationContent; tiles: string }) {
  const { t } = useI18n();
  const [zoom, setZoom] = createSignal(zooms.first);
  const centre = () => tileOf(props.content, zoom());
  const around = [-1, 0, 1].flatMap((dy) => [-1, 0, 1].map((dx) => ({ dx, dy })));
  const address = ({ dx, dy }: { dx: number; dy: number }) => {
    const side = 2 ** zoom();
    const { x, y } = centre();
    if (y + dy < 0 || y + dy >= side) return undefined;
    return props.tiles
      .replace("{z}", String(zoom()))
      .replace("{x}", String((x + dx + side) % side))
      .replace("{y}", String(y + dy));
  };
  const pixels = (from: number, at: number) => `${Math.round((from - at) * tileSize)}px`;

  return (
    <div class="placemap">
      <For each={around}>
        {(tile) => (
          <img
            src={address(tile)}
            alt=""
            width={tileSize}
            height={tileSize}
            referrerpolicy="no-referrer"
            style={{ left: pixels(tile.dx, centre().left), top: pixels(tile.dy, centre().top) }}
          />
        )}
      </For>
      <span class="placemap__pin" role="img" aria-label={t("kinds.location.pin")}>
        <Icon name="map-pin" />
      </span>
      <div class="placemap__zoom">
        <IconButton
          icon="plus"
          size="sm"
          label={t("kinds.location.nearer")}
          disabled={zoom() >= zooms.most}
          onClick={() => setZoom((before) => before + 1)}
        />
        <IconButton
          icon="minus"
          size="sm"
          label={t("kinds.location.farther")}
          disabled={zoom() <= zooms.least}
          onClick={() => setZoom((before) => before - 1)}
        />
      </div>
    </div>
  );
}
