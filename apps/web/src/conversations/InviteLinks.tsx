import { type ConversationId, type InviteId, type InviteRow, newId } from "@parley/schema";
import { Button, Field, IconButton, Select, Spinner, useToast } from "@parley/ui";
import { createSignal, For, lazy, onMount, Show, Suspense } from "solid-js";
import { FormError } from "../accounts/FormError.tsx";
import { createAct } from "../app/create-act.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { inviteState } from "./invite-state.ts";

const InviteQr = lazy(() => import("./InviteQr.tsx").then((module) => ({ default: module.InviteQr })));
const lifetimes = ["1", "24", "168", "720", "never"] as const;
const useLimits = ["1", "10", "100", "none"] as const;

/** Links by which others come in. They live on the server, so all of this happens online. */
export function InviteLinks(props: { conversationId: ConversationId }) {
  const i18n = useI18n();
  const { t } = i18n;
  const sync = useSync();
  const toast = useToast();
  const act = createAct();
  const [links, setLinks] = createSignal<InviteRow[]>();
  const [lifetime, setLifetime] = createSignal<(typeof lifetimes)[number]>("168");
  const [useLimit, setUseLimit] = createSignal<(typeof useLimits)[number]>("none");

  const [shown, setShown] = createSignal<string>();

  const load = () =>
    act.run(async () =>
      setLinks(await sync.api.conversations.listInvites.query({ conversationId: props.conversationId })),
    );
  onMount(load);

  const copy = async (code: string) => {
    await navigator.clipboard.writeText(`${location.origin}/join/${code}`);
    toast.show({ text: t("conversations.linkCopied") });
  };
  const create = () =>
    act.run(async () => {
      const made = await sync.api.conversations.createInvite.mutate({
        conversationId: props.conversationId,
        inviteId: newId<InviteId>(),
        expiresInHours: lifetime() === "never" ? null : Number(lifetime()),
        maxUses: useLimit() === "none" ? null : Number(useLimit()),
      });
      setLinks((all) => [made, ...(all ?? [])]);
      await copy(made.code);
    });
  const revoke = (id: InviteId) =>
    act.run(async () => {
      await sync.api.conversations.revokeInvite.mutate({ conversationId: props.conversationId, inviteId: id });
      setLinks((all) => all?.filter((link) => link.id !== id));
    });

  return (
    <section class="sect" aria-label={t("conversations.invites")}>
      <h3 class="sect__head">{t("conversations.invites")}</h3>
      <Show
        when={links()}
        fallback={
          <Show when={!act.error()}>
            <Spinner label={t("app.loading")} />
          </Show>
        }
      >
        {(all) => (
          <ul class="plain">
            <For each={all()} fallback={<li class="hint">{t("conversations.noInvites")}</li>}>
              {(link) => (
                <li class="invite">
                  <span class="invite__text">
                    <bdi class="truncate">
                      {location.host}/join/{link.code}
                    </bdi>
                    <small>{inviteState(link, sync.serverNow(), i18n)}</small>
                  </span>
                  <IconButton icon="qr" iconSize="sm" label={t("groups.showQr")} onClick={() => setShown(link.code)} />
                  <IconButton
                    icon="copy"
                    iconSize="sm"
                    label={t("conversations.copyLink")}
                    onClick={() => void copy(link.code)}
                  />
                  <IconButton
                    icon="trash"
                    iconSize="sm"
                    label={t("conversations.endLink")}
                    onClick={() => void revoke(link.id)}
                  />
                </li>
              )}
            </For>
          </ul>
        )}
      </Show>
      <div class="invite__new">
        <Field label={t("conversations.linkLives")}>
          <Select
            value={lifetime()}
            options={lifetimes.map((value) => ({ value, label: t(`conversations.lifetime.${value}`) }))}
            onChange={setLifetime}
          />
        </Field>
        <Field label={t("conversations.linkUses")}>
          <Select
            value={useLimit()}
            options={useLimits.map((value) => ({
              value,
              label: value === "none" ? t("conversations.usesNone") : t("conversations.uses", { count: Number(value) }),
            }))}
            onChange={setUseLimit}
          />
        </Field>
      </div>
      <Button icon="link" isBusy={act.isBusy()} onClick={() => void create()}>
        {t("conversations.createLink")}
      </Button>
      <FormError act={act} />
      <Show when={shown()}>
        {(code) => (
          <Suspense>
            <InviteQr link={`${location.origin}/join/${code()}`} onClose={() => setShown(undefined)} />
          </Suspense>
        )}
      </Show>
    </section>
  );
}
