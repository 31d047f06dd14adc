import { Show } from "solid-js";
import { createAccount } from "../sync/index.ts";
import { DeleteAccountCard } from "./DeleteAccountCard.tsx";
import { EmailCard } from "./EmailCard.tsx";
import { PasskeysCard } from "./PasskeysCard.tsx";
import { SessionsCard } from "./SessionsCard.tsx";

/** Where one is signed in, how one signs in, and how one leaves for good. */
export function AccountSettings() {
  const account = createAccount();
  return (
    <Show when={account()}>
      {(mine) => (
        <div class="set__cols">
          <div class="set__col">
            <SessionsCard sessions={mine().sessions} />
          </div>
          <div class="set__col">
            <PasskeysCard
              passkeys={mine().passkeys}
              codesLeft={mine().recoveryCodesLeft}
              username={mine().person.username}
            />
            <EmailCard email={mine().email} />
            <DeleteAccountCard username={mine().person.username} />
          </div>
        </div>
      )}
    </Show>
  );
}
