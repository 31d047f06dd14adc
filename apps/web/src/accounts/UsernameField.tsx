import { Field, TextInput } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import { createUsernameCheck } from "./create-username-check.ts";

/** A username that says while it is typed whether it is free. `current` is one's own, which is no conflict. */
export function UsernameField(props: {
  value: string;
  current?: string;
  error?: string | undefined;
  size?: "md" | "lg";
  onInput(username: string): void;
}) {
  const { t } = useI18n();
  const check = createUsernameCheck(() => (props.value === props.current ? "" : props.value));
  const refusal = () => {
    const answer = check();
    return answer && !answer.isFree ? t(`error.${answer.reason ?? "username_taken"}`) : undefined;
  };
  const hint = () =>
    check()?.isFree ? t("accounts.usernameFree", { username: check()?.username ?? "" }) : t("accounts.usernameHint");
  return (
    <Field label={t("accounts.username")} hint={hint()} error={refusal() ?? props.error}>
      <TextInput
        size={props.size}
        autocomplete="username"
        autocapitalize="none"
        spellcheck={false}
        required
        maxlength={40}
        value={props.value}
        onInput={(username) => props.onInput(username)}
      />
    </Field>
  );
}
