import type { ContactContent } from "@parley/schema";
import { Avatar, Button } from "@parley/ui";
import { For, Show } from "solid-js";
import { useI18n } from "../../i18n/index.ts";
import { useOpenDirect } from "../../people/open-direct.ts";
import { PersonAvatar } from "../../people/PersonAvatar.tsx";
import { createPerson } from "../../sync/index.ts";
import { saveAs } from "./save-as.ts";
import { writeCard } from "./vcard.ts";

/** Somebody's card: how to reach them, here or elsewhere. */
export function ContactCard(props: { content: ContactContent; isEntered: boolean }) {
  const { t } = useI18n();
  const openDirect = useOpenDirect();
  const person = createPerson(() => props.content.userId);
  const tab = () => (props.isEntered ? 0 : -1);

  return (
    <div class="contact">
      <div class="contact__head">
        <Show
          when={props.content.userId}
          fallback={<Avatar name={props.content.name} seed={props.content.name} size={40} />}
        >
          {(id) => <PersonAvatar id={id()} person={person()} size={40} />}
        </Show>
        <span>
          <b dir="auto">{props.content.name}</b>
          <Show when={props.content.organisation}>{(name) => <small dir="auto">{name()}</small>}</Show>
          <Show when={person()?.username}>{(name) => <small dir="ltr">@{name()}</small>}</Show>
        </span>
      </div>
      <Show when={props.content.phones.length + props.content.emails.length > 0}>
        <ul class="plain contact__ways" dir="ltr">
          <For each={props.content.phones}>
            {(phone) => (
              <li>
                <a href={`tel:${phone.replace(/[^\d+*#,;]/g, "")}`} tabindex={tab()}>
                  {phone}
                </a>
              </li>
            )}
          </For>
          <For each={props.content.emails}>
            {(email) => (
              <li>
                <a href={`mailto:${encodeURI(email)}`} tabindex={tab()}>
                  {email}
                </a>
              </li>
            )}
          </For>
        </ul>
      </Show>
      <div class="cardacts">
        <Show when={props.content.userId}>
          {(id) => (
            <Button size="sm" variant="soft" icon="chat" tabindex={tab()} onClick={() => void openDirect(id())}>
              {t("kinds.contact.message")}
            </Button>
          )}
        </Show>
        <Button
          size="sm"
          variant="soft"
          icon="download"
          tabindex={tab()}
          onClick={() => saveAs(`${props.content.name}.vcf`, writeCard(props.content), "text/vcard")}
        >
          {t("kinds.contact.save")}
        </Button>
      </div>
    </div>
  );
}
