import type { ConversationId } from "@parley/schema";
import { lazy, Suspense } from "solid-js";

const Loaded = lazy(() => import("./RecentMedia.tsx").then((module) => ({ default: module.RecentMedia })));

/** The details are there before it. */
export function RecentMedia(props: { id: ConversationId }) {
  return (
    <Suspense>
      <Loaded id={props.id} />
    </Suspense>
  );
}
