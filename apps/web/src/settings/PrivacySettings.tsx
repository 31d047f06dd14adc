import { audiences, type PrivacyKey, type PrivacyValue, privacyKeys, usualPrivacy } from "@parley/schema";
import { Button, Card, Select, Switch } from "@parley/ui";
import { createSignal, createUniqueId, For, lazy, Show, Suspense } from "solid-js";
import { useI18n } from "../i18n/index.ts";
import { BlockedPeople } from "../people/BlockedPeople.tsx";
import { createOwn, useSync } from "../sync/index.ts";
import { SettingRow } from "./SettingRow.tsx";

const Exceptions = lazy(() =>
  import("./PrivacyExceptions.tsx").then((module) => ({ default: module.PrivacyExceptions })),
);

const details: Partial<Record<PrivacyKey, "privacy.messagesText" | "privacy.groupsText">> = {
  messages: "privacy.messagesText",
  groups: "privacy.groupsText",
};

/** Who may see and do what; the server keeps to it. */
export function PrivacySettings() {
  const { t } = useI18n();
  const sync = useSync();
  const rows = createOwn<PrivacyValue>("privacy");
  const receiptsId = createUniqueId();
  const [asked, setAsked] = createSignal<PrivacyKey>();
  const ruleOf = (key: PrivacyKey) => rows().find((row) => row.key === key)?.value ?? usualPrivacy;
  const exceptionsOf = (key: PrivacyKey) => ruleOf(key).always.length + ruleOf(key).never.length;

  return (
    <div class="set__cols" data-one>
      <Card title={t("privacy.title")}>
        <p class="muted">{t("privacy.intro")}</p>
        <For each={privacyKeys.filter((key) => key !== "receipts")}>
          {(key) => {
            const id = createUniqueId();
            const detail = details[key];
            return (
              <SettingRow title={t(`privacy.${key}`)} for={id} {...(detail && { detail: t(detail) })}>
                <span class="privacy__choice">
                  <Select
                    id={id}
                    value={ruleOf(key).who}
                    options={audiences.map((who) => ({ value: who, label: t(`privacy.who.${who}`) }))}
                    onChange={(who) => void sync.do.setPrivacy(key, { ...ruleOf(key), who })}
                  />
                  <Button
                    size="sm"
                    aria-label={t("privacy.exceptionsFor", { what: t(`privacy.${key}`) })}
                    onClick={() => setAsked(key)}
                  >
                    {exceptionsOf(key) > 0
                      ? t("privacy.exceptionCount", { count: exceptionsOf(key) })
                      : t("privacy.exceptions")}
                  </Button>
                </span>
              </SettingRow>
            );
          }}
        </For>
        <SettingRow title={t("privacy.receipts")} detail={t("privacy.receiptsText")} for={receiptsId}>
          <Switch
            id={receiptsId}
            checked={ruleOf("receipts").who === "everyone"}
            onChange={(isOn) =>
              void sync.do.setPrivacy("receipts", { ...usualPrivacy, who: isOn ? "everyone" : "nobody" })
            }
          />
        </SettingRow>
      </Card>
      <BlockedPeople />
      <Show when={asked()} keyed>
        {(key) => (
          <Suspense>
            <Exceptions what={key} value={ruleOf(key)} onClose={() => setAsked()} />
          </Suspense>
        )}
      </Show>
    </div>
  );
}
