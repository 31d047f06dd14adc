import type { Person } from "@parley/schema";
import { Card } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { StatusForm } from "../people/StatusForm.tsx";

/** What one says of oneself for a while; it ends by itself. */
export function StatusCard(props: { person: Person }) {
  const { t } = useI18n();
  return (
    <Card title={t("privacy.status")}>
      <StatusForm person={props.person} />
    </Card>
  );
}
