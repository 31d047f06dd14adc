import type { Forwarded } from "@parley/schema";
import { Icon } from "@parley/ui";
import { A } from "@solidjs/router";
import { Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { hitAddress } from "../../search/hit-address.ts";
import type { MessageActions } from "../message-actions.ts";

/** Who wrote it first; leads to them if they let it, and from what was saved to where it stands. */
export function ForwardedLine(props: {
  forwarded: Forwarded;
  actions: Pick<MessageActions, "openPerson">;
  isEntered: boolean;
}) {
  const { t, tx } = useI18n();
  const tab = () => (props.isEntered ? 0 : -1);
  return (
    <p class="forwarded">
      <Icon name="forward" size="xs" />
      <span>
        {tx("passing.from", {
          name: (
            <Show when={props.forwarded.userId} fallback={<bdi class="semi">{props.forwarded.name}</bdi>}>
              {(id) => (
                <button type="button" class="linkish" tabindex={tab()} onClick={() => props.actions.openPerson(id())}>
                  <bdi>{props.forwarded.name}</bdi>
                </button>
              )}
            </Show>
          ),
        })}
      </span>
      <Show when={props.forwarded.origin}>
        {(origin) => (
          <A
            class="forwarded__go"
            href={hitAddress({ ...origin(), id: origin().messageId }, "")}
            tabindex={tab()}
            aria-label={t("passing.toOrigin")}
          >
            <Icon name="arrow-end" size="sm" />
          </A>
        )}
      </Show>
    </p>
  );
}
