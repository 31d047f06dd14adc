import { foldUsername } from "@parley/schema";
import { everyone } from "@parley/schema/formatting";
import { Match, Show, Switch } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createPerson } from "../sync/index.ts";
import type { FormattedProps } from "./FormattedText.tsx";
import { mentioned } from "./mentioned.ts";

/** Somebody who was named, by the name they have now; who was not meant by it is text as it was typed. */
export function MentionChip(props: { name: string; of: FormattedProps }) {
  const { t } = useI18n();
  const userId = () => mentioned(props.of.details, props.name);
  const person = createPerson(userId);
  const shownName = () => (person()?.isDeleted ? t("people.deletedAccount") : (person()?.displayName ?? props.name));

  return (
    <Switch fallback={<bdi>@{props.name}</bdi>}>
      <Match when={props.of.details?.mentionsAll && foldUsername(props.name) === everyone}>
        <bdi class="at at--you">@{t("formatting.everyone")}</bdi>
      </Match>
      <Match when={userId()}>
        {(id) => (
          <Show when={props.of.onPerson} fallback={<bdi class="at">@{shownName()}</bdi>}>
            {(open) => (
              <button
                type="button"
                class="at"
                classList={{ "at--you": id() === props.of.me }}
                tabindex={props.of.isEntered ? 0 : -1}
                onClick={() => open()(id())}
              >
                <bdi>@{shownName()}</bdi>
              </button>
            )}
          </Show>
        )}
      </Match>
    </Switch>
  );
}
