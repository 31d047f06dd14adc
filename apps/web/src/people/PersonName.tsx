import type { UserId } from "@parley/schema";
import { useI18n } from "../i18n/index.ts";
import { createPerson } from "../sync/index.ts";

/** The name of a user inside a sentence of either direction. */
export function PersonName(props: { id: UserId }) {
  const { t } = useI18n();
  const person = createPerson(() => props.id);
  return <bdi>{person()?.isDeleted ? t("people.deletedAccount") : (person()?.displayName ?? "…")}</bdi>;
}
