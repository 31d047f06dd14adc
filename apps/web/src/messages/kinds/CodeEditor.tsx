import { limits } from "@parley/schema";
import { Button, Dialog, Field, Select, TextArea, TextInput } from "@parley/ui";
import { createSignal } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { EditorProps } from "./AttachMenu.tsx";
import { languageOf, languages } from "./languages.ts";
import { readFile } from "./read-file.ts";
import "./editors.css";

/** Writes, pastes or opens a piece of a program. */
export function CodeEditor(props: EditorProps) {
  const { t } = useI18n();
  const [name, setName] = createSignal("");
  const [language, setLanguage] = createSignal("");
  const [code, setCode] = createSignal("");
  const [wasTried, setTried] = createSignal(false);
  const bytes = () => new TextEncoder().encode(code()).length;
  const trouble = () => {
    if (bytes() > limits.codeBytes) return t("kinds.code.tooLong", { count: limits.codeBytes / 1_024 });
    return wasTried() && code().trim() === "" ? t("kinds.code.empty") : undefined;
  };

  const rename = (next: string) => {
    setName(next);
    const guessed = languageOf(next);
    if (guessed !== undefined) setLanguage(guessed);
  };
  const open = async () => {
    const file = await readFile("text/*,.json,.ts,.tsx,.js,.py,.sql,.yml,.rs,.go");
    if (!file) return;
    rename(file.name);
    setCode(file.text);
  };
  const send = () => {
    setTried(true);
    if (code().trim() === "" || bytes() > limits.codeBytes) return;
    const ending = languages[language()]?.endings[0] ?? "txt";
    props.onSend({ kind: "code", name: name().trim() || `snippet.${ending}`, language: language(), code: code() });
  };

  return (
    <Dialog
      isOpen
      isWide
      title={t("kinds.code.new")}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t("kinds.cancel")}</Button>
          <Button variant="primary" onClick={send}>
            {t("kinds.send")}
          </Button>
        </>
      }
    >
      <div class="editor">
        <div class="editor__pair">
          <Field label={t("kinds.code.name")}>
            <TextInput
              autofocus
              dir="ltr"
              maxlength={limits.codeNameLength}
              placeholder="main.ts"
              value={name()}
              onInput={rename}
            />
          </Field>
          <Field label={t("kinds.code.language")}>
            <Select
              value={language()}
              onChange={setLanguage}
              options={Object.entries(languages).map(([value, it]) => ({
                value,
                label: it.name || t("kinds.code.plain"),
              }))}
            />
          </Field>
        </div>
        <Field label={t("kinds.code.text")} error={trouble()}>
          <TextArea
            class="editor__code"
            dir="ltr"
            rows={10}
            spellcheck={false}
            autocomplete="off"
            value={code()}
            onInput={setCode}
          />
        </Field>
        <Button icon="upload" onClick={() => void open()}>
          {t("kinds.code.open")}
        </Button>
      </div>
    </Dialog>
  );
}
