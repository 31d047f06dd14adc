import type { ContentInput } from "@parley/schema";
import { Match, Switch } from "solid-js";
import type { EditorProps } from "./AttachMenu.tsx";
import { CodeEditor } from "./CodeEditor.tsx";
import { ContactEditor } from "./ContactEditor.tsx";
import { LocationEditor } from "./LocationEditor.tsx";
import { PollEditor } from "./PollEditor.tsx";

/** Where something is made that is put into a message. */
export function AttachEditor(props: EditorProps & { kind: ContentInput["kind"]; canBeAnonymous: boolean }) {
  return (
    <Switch>
      <Match when={props.kind === "poll"}>
        <PollEditor canBeAnonymous={props.canBeAnonymous} onSend={props.onSend} onClose={props.onClose} />
      </Match>
      <Match when={props.kind === "code"}>
        <CodeEditor onSend={props.onSend} onClose={props.onClose} />
      </Match>
      <Match when={props.kind === "location"}>
        <LocationEditor onSend={props.onSend} onClose={props.onClose} />
      </Match>
      <Match when={props.kind === "contact"}>
        <ContactEditor onSend={props.onSend} onClose={props.onClose} />
      </Match>
    </Switch>
  );
}
