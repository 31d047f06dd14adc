import { IconButton } from "@parley/ui";
import { type ComponentProps, lazy, Suspense } from "solid-js";
import { useI18n } from "../../i18n/index.ts";

const Loaded = lazy(() => import("./AttachMenu.tsx").then((module) => ({ default: module.AttachMenu })));

/** What else a message can hold is not needed to read: it comes after the messages. */
export function AttachMenu(props: ComponentProps<typeof Loaded>) {
  const { t } = useI18n();
  return (
    <Suspense fallback={<IconButton icon="plus" label={t("kinds.attach")} disabled />}>
      <Loaded {...props} />
    </Suspense>
  );
}
