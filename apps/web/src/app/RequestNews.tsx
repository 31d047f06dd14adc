import { useToast } from "@parley/ui";
import { createEffect, on } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { createJoinRequests } from "../sync/index.ts";

/** Says what came of a request to join while one is here. */
export function RequestNews() {
  const { t } = useI18n();
  const toast = useToast();
  const requests = createJoinRequests();
  createEffect(
    on(requests, (now, before = []) => {
      for (const { conversationId, title, state } of before) {
        const after = now.find((it) => it.conversationId === conversationId);
        if (state === "waiting" && after?.state === "declined")
          toast.show({ text: t("groups.requestDeclined", { title }) });
      }
      return now;
    }),
  );
  return null;
}
