import type { StickerPackId } from "@parley/schema";
import { useNavigate, useParams } from "@solidjs/router";
import { Show } from "solid-js";
import { NothingOpen } from "../app/NothingOpen.tsx";
import { PackSheet } from "./PackSheet.tsx";

/** Where the link of a pack leads: to its sheet, before the chats. */
export function PackPage() {
  const params = useParams<{ packId: string }>();
  const navigate = useNavigate();
  return (
    <>
      <NothingOpen />
      <Show when={params.packId as StickerPackId} keyed>
        {(packId) => <PackSheet packId={packId} onClose={() => navigate("/", { replace: true })} />}
      </Show>
    </>
  );
}
