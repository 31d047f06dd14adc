import { useLocation, useNavigate } from "@solidjs/router";
import { onCleanup } from "solid-js";
import { createConversations, createPreference } from "../sync/index.ts";
import { neighbourOf } from "./neighbour.ts";

/** Ctrl or Cmd K, Alt with arrows, and the key for the list of keys. */
export function createGlobalKeys(act: { openPalette(): void }): void {
  const navigate = useNavigate();
  const location = useLocation();
  const conversations = createConversations();
  const singleKeys = createPreference("singleKeys");

  const pressed = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && !event.altKey && event.key.toLowerCase() === "k") return take(event, act.openPalette);
    if (isCommand && event.key === "/") return take(event, () => navigate("/settings/keyboard"));
    if (event.key === "?" && singleKeys() !== false && !isWriting(event.target))
      return take(event, () => navigate("/settings/keyboard"));
    if (event.altKey && !isCommand && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      const next = neighbourOf(
        conversations(),
        location.pathname.split("/")[2],
        event.key === "ArrowDown" ? 1 : -1,
        event.shiftKey,
      );
      if (next) take(event, () => navigate(`/c/${next.id}`));
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
