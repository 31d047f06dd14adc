import type { LocationContent } from "@parley/schema";
import { Button, buttonClass, Icon } from "@parley/ui";
import { createResource, createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { useSync } from "../../sync/index.ts";
import { coordinates, linkToMap } from "./places.ts";

const PlaceMap = lazy(() => import("./PlaceMap.tsx").then((module) => ({ default: module.PlaceMap })));

/** A point on the earth in words, for any maps app; a map of it only when one asks, where the installation has maps. */
export function LocationCard(props: { content: LocationContent; isEntered: boolean }) {
  const { t } = useI18n();
  const sync = useSync();
  const [isOpen, setOpen] = createSignal(false);
  const [tiles] = createResource(async () => (await sync.api.app.config.query().catch(() => null))?.mapTiles ?? null);
  const tab = () => (props.isEntered ? 0 : -1);

  return (
    <div class="place">
      <Show when={isOpen() && tiles()}>
        {(template) => (
          <Suspense>
            <PlaceMap content={props.content} tiles={template()} />
          </Suspense>
        )}
      </Show>
      <div class="place__head">
        <Icon name="map-pin" />
        <span>
          <b dir="auto">{props.content.label || t("kinds.location.point")}</b>
          <small dir="ltr">{coordinates(props.content)}</small>
        </span>
      </div>
      <div class="cardacts">
        <a class={buttonClass({ size: "sm", variant: "soft" })} href={linkToMap(props.content)} tabindex={tab()}>
          <Icon name="navigation" size="sm" />
          {t("kinds.location.open")}
        </a>
        <Show when={tiles() && !isOpen()}>
          <Button size="sm" variant="soft" icon="globe" tabindex={tab()} onClick={() => setOpen(true)}>
            {t("kinds.location.showMap")}
          </Button>
        </Show>
      </div>
    </div>
  );
}
