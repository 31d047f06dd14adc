import { IconButton, useToast } from "@parley/ui";
import { createSignal, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";

const InviteQr = lazy(() => import("../conversations/InviteQr.tsx").then((module) => ({ default: module.InviteQr })));

/** Where a public channel is found: to be copied, or photographed. */
export function ChannelAddress(props: { address: string }) {
  const { t } = useI18n();
  const toast = useToast();
  const [isShown, setShown] = createSignal(false);
  const link = () => `${location.origin}/channel/${encodeURIComponent(props.address)}`;
  const copy = async () => {
    await navigator.clipboard.writeText(link());
    toast.show({ text: t("conversations.linkCopied") });
  };

  return (
    <p class="address t-sm">
      <bdi class="truncate">+{props.address}</bdi>
      <IconButton icon="copy" iconSize="sm" label={t("conversations.copyLink")} onClick={() => void copy()} />
      <IconButton icon="qr" iconSize="sm" label={t("groups.showQr")} onClick={() => setShown(true)} />
      <Show when={isShown()}>
        <Suspense>
          <InviteQr link={link()} onClose={() => setShown(false)} />
        </Suspense>
      </Show>
    </p>
  );
}
