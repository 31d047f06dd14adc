import { limits } from "@parley/schema";
import { Button, Dialog, Field, TextInput } from "@parley/ui";
import { createSignal, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import type { EditorProps } from "./AttachMenu.tsx";
import { coordinates, readPlace } from "./places.ts";
import "./editors.css";

/** Picks a point: where one is, or what one pastes. */
export function LocationEditor(props: EditorProps) {
  const { t } = useI18n();
  const [text, setText] = createSignal("");
  const [label, setLabel] = createSignal("");
  const [state, setState] = createSignal<"idle" | "asking" | "refused">("idle");
  const [wasTried, setTried] = createSignal(false);
  const point = () => readPlace(text());
  const trouble = () => {
    if (point()) return undefined;
    if (text().trim() === "") return wasTried() ? t("kinds.location.empty") : undefined;
    return t("kinds.location.unreadable");
  };

  const locate = () => {
    setState("asking");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState("idle");
        setText(`${coords.latitude.toFixed(6)}, ${coords.longitude.toFixed(6)}`);
      },
      () => setState("refused"),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 60_000 },
    );
  };
  const send = () => {
    setTried(true);
    const found = point();
    if (found) props.onSend({ kind: "location", ...found, label: label().trim() });
  };

  return (
    <Dialog
      isOpen
      title={t("kinds.location.new")}
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
        <p class="muted">{t("kinds.location.why")}</p>
        <Button icon="navigation" isBusy={state() === "asking"} onClick={locate}>
          {t("kinds.location.mine")}
        </Button>
        <Show when={state() === "refused"}>
          <p class="hint" role="alert">
            {t("kinds.location.refused")}
          </p>
        </Show>
        <Field
          label={t("kinds.location.where")}
          hint={
            <Show when={point()} fallback={t("kinds.location.whereHint")}>
              {(it) => <bdi>{coordinates(it())}</bdi>}
            </Show>
          }
          error={trouble()}
        >
          <TextInput autofocus dir="ltr" placeholder="59.32938, 18.06871" value={text()} onInput={setText} />
        </Field>
        <Field label={t("kinds.location.label")}>
          <TextInput dir="auto" maxlength={limits.placeLabelLength} value={label()} onInput={setLabel} />
        </Field>
      </div>
    </Dialog>
  );
}
