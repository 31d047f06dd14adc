import { useLocation, useNavigate } from "@solidjs/router";
import { onCleanup } from "solid-js";
import { createOrganising } from "../organising/create-organising.ts";
import { countsAs } from "../organising/is-unread.ts";
import { createConversations, createPreference } from "../sync/index.ts";
import { neighbourOf } from "./neighbour.ts";

// By the key's place: with Alt, some keyboards write other signs.
const organisingKeys: Record<string, "toggleUnread" | "togglePin" | "toggleMute" | "toggleArchive" | undefined> = {
  KeyU: "toggleUnread",
  KeyP: "togglePin",
  KeyM: "toggleMute",
  KeyE: "toggleArchive",
};

/** Ctrl or Cmd K, Alt with arrows, Alt and Shift with a letter for what keeps a chat in order, and the key for the list of keys. */
export function createGlobalKeys(act: { openPalette(): void }): void {
  const navigate = useNavigate();
  const location = useLocation();
  const conversations = createConversations();
  const singleKeys = createPreference("singleKeys");

  const organise = createOrganising();
  /** The chat whose row has the focus, or else the open one. */
  const meant = () => {
    const focused = document.activeElement;
    const id = (focused instanceof HTMLElement && focused.dataset["conversation"]) || location.pathname.split("/")[2];
    return conversations().find((entry) => entry.id === id);
  };

  // As in the list: what was put away is not passed through.
  const listed = () =>
    conversations()
      .filter((entry) => !entry.isArchived)
      .map((entry) => ({ id: entry.id, unread: countsAs(entry) }));

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && !event.altKey && event.key.toLowerCase() === "k") return take(event, act.openPalette);
    if (isCommand && event.key === "/") return take(event, () => navigate("/settings/keyboard"));
    if (event.key === "?" && singleKeys() !== false && !isWriting(event.target))
      return take(event, () => navigate("/settings/keyboard"));
    if (event.altKey && !isCommand && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const next = neighbourOf(
        listed(),
        location.pathname.split("/")[2],
        event.key === "ArrowDown" ? 1 : -1,
        event.shiftKey,
      );
      if (next) take(event, () => navigate(`/c/${next.id}`));
    }
    const organising = organisingKeys[event.code];
    if (organising && event.altKey && event.shiftKey && !isCommand) {
      const entry = meant();
      if (entry) take(event, () => organise(organising, entry));
    }
  };
  document.addEventListener("keydown", pressed);
  onCleanup(() => document.removeEventListener("keydown", pressed));
}

function take(event: KeyboardEvent, act: () => void) {
  event.preventDefault();
  act();
}

function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}
