import { Skeleton } from "@parley/ui";
import { For } from "solid-js";

/** The shape of the list while a new device fetches it. */
export function ListSkeleton() {
  return (
    <div class="rows" aria-hidden="true">
      <For each={[62, 48, 55, 40, 66]}>
        {(share) => (
          <div class="row">
            <Skeleton width="var(--row-avatar)" height="var(--row-avatar)" isRound />
            <span class="row__main">
              <Skeleton width={`${share}%`} height="12px" />
              <Skeleton width={`${share + 22}%`} height="10px" />
            </span>
          </div>
        )}
      </For>
    </div>
  );
}
