import { Button } from "@parley/ui";
import { createEffect, on } from "solid-js";
import { useI18n } from "../i18n/index.ts";

/** Parley itself threw: says what is safe and offers the one thing that helps. */
export function Broken(props: { error: unknown }) {
  return (
    <main class="page page--centre">
      <Sorry error={props.error} />
    </main>
  );
}

/** One screen threw: the rest goes on, and going elsewhere leaves it behind. */
export function BrokenScreen(props: { error: unknown; path(): string; onLeave(): void }) {
  createEffect(
    on(
      () => props.path(),
      () => props.onLeave(),
      { defer: true },
    ),
  );
  return (
    <div class="page page--centre">
      <Sorry error={props.error} />
    </div>
  );
}

function Sorry(props: { error: unknown }) {
  const { t } = useI18n();
  createEffect(() => console.error(props.error));
  return (
    <>
      <h1 class="t-xl" role="alert">
        {t("app.broken")}
      </h1>
      <p class="muted">{t("app.brokenText")}</p>
      <Button variant="primary" onClick={() => location.reload()}>
        {t("app.reload")}
      </Button>
    </>
  );
}
