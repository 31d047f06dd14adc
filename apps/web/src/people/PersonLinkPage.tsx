import { AppError } from "@parley/schema";
import { Button, EmptyState, Spinner } from "@parley/ui";
import { useParams } from "@solidjs/router";
import { createResource, Match, Switch } from "solid-js";
import { createTitle } from "../app/create-title.ts";
import { sentenceOfError } from "../app/sentence-of-error.ts";
import { useI18n } from "../i18n/index.ts";
import { useSync } from "../sync/index.ts";
import { ContactButton } from "./ContactButton.tsx";
import { useOpenDirect } from "./open-direct.ts";
import { PersonIdentity } from "./PersonIdentity.tsx";
import "./people-page.css";

/** Whom a personal link leads to: to keep, or to write to. */
export function PersonLinkPage() {
  const i18n = useI18n();
  const { t } = i18n;
  const sync = useSync();
  const params = useParams();
  const openDirect = useOpenDirect();
  const [person, { refetch }] = createResource(
    () => params["username"],
    (username) => sync.api.people.find.query({ username }),
  );
  createTitle(() => (person.error ? t("contacts.linkMissing") : (person()?.displayName ?? t("contacts.title"))));
  const isMissing = () => person.error instanceof AppError && person.error.code !== "unavailable";

  return (
    <div class="page page--centre">
      <Switch>
        <Match when={person.error}>
          {(error) => (
            <EmptyState
              isPage
              icon="user"
              title={t("contacts.linkMissing")}
              text={isMissing() ? t("contacts.linkMissingText") : sentenceOfError(i18n, error())}
              action={<Button onClick={() => void refetch()}>{t("app.tryAgain")}</Button>}
            />
          )}
        </Match>
        <Match when={person.loading}>
          <Spinner label={t("app.loading")} />
        </Match>
        <Match when={person()}>
          {(shown) => (
            <>
              <h1 class="sr">{shown().displayName}</h1>
              <PersonIdentity id={shown().id} person={shown()} />
              <div class="people__ways">
                <ContactButton id={shown().id} person={shown()} isFound />
                <Button variant="primary" icon="chat" onClick={() => void openDirect(shown().id, { ...shown() })}>
                  {t("people.message")}
                </Button>
              </div>
            </>
          )}
        </Match>
      </Switch>
    </div>
  );
}
