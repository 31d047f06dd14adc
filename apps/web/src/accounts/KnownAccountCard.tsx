import { Avatar, Button } from "@parley/ui";
import { useI18n } from "../i18n/index.ts";
import type { KnownAccount } from "./known-account.ts";

export function KnownAccountCard(props: { account: KnownAccount; onForget(): void }) {
  const { t } = useI18n();
  return (
    <div class="acct">
      <Avatar name={props.account.displayName} seed={props.account.userId} size={42} />
      <span class="acct__t">
        <b class="truncate" dir="auto">
          {props.account.displayName}
        </b>
        <span class="t-sm faint truncate">
          <bdi dir="ltr">@{props.account.username}</bdi>
        </span>
      </span>
      <Button variant="ghost" size="sm" onClick={() => props.onForget()}>
        {t("accounts.notYou")}
      </Button>
    </div>
  );
}
