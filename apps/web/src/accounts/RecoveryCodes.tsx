import { Button, CheckBox, useToast } from "@parley/ui";
import { createSignal, createUniqueId, For } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import "./recovery-codes.css";

/** The ten codes, shown this once: copied, downloaded, and confirmed before anything goes on. */
export function RecoveryCodes(props: { codes: string[]; username: string; onKept(): void }) {
  const { t } = useI18n();
  const toast = useToast();
  const id = createUniqueId();
  const [isKept, setKept] = createSignal(false);
  const asText = () =>
    `${t("accounts.codesFile", { username: props.username, host: location.host })}\n\n${props.codes.join("\n")}\n`;
  const copy = () =>
    void navigator.clipboard.writeText(asText()).then(() => toast.show({ text: t("accounts.codesCopied") }));

  return (
    <div class="codes">
      <p class="muted">{t("accounts.codesText")}</p>
      <ol class="codes__list">
        <For each={props.codes}>{(code) => <li>{code}</li>}</For>
      </ol>
      <div class="codes__acts">
        <Button size="sm" icon="copy" onClick={copy}>
          {t("accounts.codesCopy")}
        </Button>
        <Button size="sm" icon="download" onClick={() => download(asText())}>
          {t("accounts.codesDownload")}
        </Button>
      </div>
      <span class="codes__kept">
        <CheckBox id={id} checked={isKept()} onChange={setKept} />
        <label for={id}>{t("accounts.codesKept")}</label>
      </span>
      <Button variant="primary" size="lg" isBlock disabled={!isKept()} onClick={() => props.onKept()}>
        {t("accounts.goOn")}
      </Button>
    </div>
  );
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain" }));
  const link = Object.assign(document.createElement("a"), { href: url, download: "parley-recovery-codes.txt" });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
