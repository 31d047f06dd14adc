import { Button } from "@parley/ui";
import { For } from "solid-js";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { type AppConfig, useSync } from "../sync/index.ts";
import { FormError } from "./FormError.tsx";

/** In a demo anyone may be one of its people. */
export function DemoUsers(props: { users: NonNullable<AppConfig["demoUsers"]> }) {
  const { t } = useI18n();
  const sync = useSync();
  const act = createAct();
  return (
    <section class="auth__part" aria-label={t("accounts.demoTitle")}>
      <h2 class="label">{t("accounts.demoTitle")}</h2>
      <p class="hint">{t("accounts.demoText")}</p>
      <div class="auth__demo-users">
        <For each={props.users}>
          {(user) => (
            <Button
              isBusy={act.isBusy()}
              onClick={() =>
                void act.run(async () => {
                  const { userId } = await sync.api.accounts.signInAsDemoUser.mutate({ userId: user.userId });
                  await sync.signedIn(userId);
                })
              }
            >
              <bdi>{user.displayName}</bdi>
            </Button>
          )}
        </For>
      </div>
      <FormError act={act} />
    </section>
  );
}
