import { Button, Card } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createBlocks, createPerson, useSync } from "../sync/index.ts";
import { PersonRow } from "./PersonRow.tsx";

/** Whom one has blocked, and the way back. */
export function BlockedPeople() {
  const { t } = useI18n();
  const sync = useSync();
  const blocks = createBlocks();
  return (
    <Card title={t("privacy.blocked")}>
      <Show when={blocks().length > 0} fallback={<p class="muted">{t("privacy.nobodyBlocked")}</p>}>
        <ul class="plain">
          <For each={blocks()}>
            {(id) => {
              const person = createPerson(() => id);
              return (
                <PersonRow
                  id={id}
                  person={person()}
                  end={
                    <Button size="sm" onClick={() => void sync.do.setBlock(id, false)}>
                      {t("people.unblock")}
                    </Button>
                  }
                />
              );
            }}
          </For>
        </ul>
      </Show>
    </Card>
  );
}
