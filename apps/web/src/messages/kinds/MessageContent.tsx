import { Match, Switch } from "solid-js";
import type { TimelineMessage } from "../../sync/index.ts";
import type { MessageSetting } from "../message-actions.ts";
import { CodeSnippet } from "./CodeSnippet.tsx";
import { ContactCard } from "./ContactCard.tsx";
import { LocationCard } from "./LocationCard.tsx";
import { Poll } from "./Poll.tsx";
import "./kinds.css";

export type ContentProps = { message: TimelineMessage; setting: MessageSetting; isEntered: boolean };

/** What a message of another kind than text holds. */
export function MessageContent(props: ContentProps) {
  const of = <Kind extends string>(kind: Kind) => {
    const { content } = props.message;
    return content?.kind === kind ? (content as Extract<typeof content, { kind: Kind }>) : undefined;
  };
  return (
    <Switch>
      <Match when={of("poll")}>
        {(content) => (
          <Poll message={props.message} content={content()} setting={props.setting} isEntered={props.isEntered} />
        )}
      </Match>
      <Match when={of("code")}>{(content) => <CodeSnippet content={content()} isEntered={props.isEntered} />}</Match>
      <Match when={of("location")}>
        {(content) => <LocationCard content={content()} isEntered={props.isEntered} />}
      </Match>
      <Match when={of("contact")}>{(content) => <ContactCard content={content()} isEntered={props.isEntered} />}</Match>
    </Switch>
  );
}
