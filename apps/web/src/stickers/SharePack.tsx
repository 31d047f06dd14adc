import { Button, Icon, Switch, useToast } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { createUniqueId, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import type { Pack } from "./kept-packs.ts";

/** The link by which a pack is given on: its owner opens it, and whoever keeps the pack passes it on then. */
export function SharePack(props: { of: Pack; isMine: boolean; onLeave(): void }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const navigate = useNavigate();
  const switchId = createUniqueId();
  const address = () => `${location.origin}/stickers/${props.of.packId}`;

  const setShared = (isOn: boolean) => {
    const { isShared: _, ...pack } = props.of.pack;
    void sync.do.setStickers(props.of.packId, isOn ? { ...pack, isShared: true } : pack);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(address());
    toast.show({ text: t("stickers.linkCopied") });
  };
  const sendTo = () => {
    props.onLeave();
    navigate(`/share?${new URLSearchParams({ title: props.of.pack.name, url: address() })}`);
  };

  return (
    <div class="packshare">
      <Show when={props.isMine}>
        <div class="packshare__on">
          <label for={switchId}>
            <b>{t("stickers.shared")}</b>
            <small class="hint">{t("stickers.sharedHint")}</small>
          </label>
          <Switch id={switchId} checked={props.of.pack.isShared === true} onChange={setShared} />
        </div>
      </Show>
      <Show when={props.of.pack.isShared}>
        <div class="packshare__ways">
          <Button onClick={() => void copy()}>
            <Icon name="link" size="sm" /> {t("stickers.copyLink")}
          </Button>
          <Button onClick={sendTo}>
            <Icon name="forward" size="sm" flips /> {t("stickers.sendLink")}
          </Button>
        </div>
      </Show>
    </div>
  );
}
