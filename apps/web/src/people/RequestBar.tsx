import type { UserId } from "@parley/schema";
import { Button, useToast } from "@parley/ui";
import { useNavigate } from "@solidjs/router";
import { useI18n } from "../i18n/index.ts";
import { ComposerClosed } from "../messages/ComposerClosed.tsx";
import { useSync } from "../sync/index.ts";
import { BlockButton } from "./BlockButton.tsx";
import "./people-page.css";

/** Stands where one would write, until a stranger's request is answered. */
export function RequestBar(props: { id: UserId; name: string; lastSeq: number }) {
  const { t } = useI18n();
  const sync = useSync();
  const toast = useToast();
  const navigate = useNavigate();
  const remove = () => {
    const { id, lastSeq } = props;
    navigate("/requests");
    void sync.do.answerRequest(id, { state: "deleted", upTo: lastSeq });
    toast.show({
      text: t("contacts.deleted"),
      action: { label: t("contacts.undo"), run: () => void sync.do.answerRequest(id, { state: "waiting" }) },
    });
  };
  return (
    <ComposerClosed
      text={t("contacts.requestBar", { name: props.name })}
      action={
        <div class="request__acts">
          <Button variant="primary" onClick={() => void sync.do.answerRequest(props.id, null)}>
            {t("contacts.accept")}
          </Button>
          <Button onClick={remove}>{t("contacts.delete")}</Button>
          <BlockButton id={props.id} name={props.name} />
        </div>
      }
    />
  );
}
