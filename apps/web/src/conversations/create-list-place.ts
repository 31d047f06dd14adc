import { useLocation } from "@solidjs/router";
import { type Accessor, createMemo } from "solid-js";

/** Whether the list shows the archive: from when one went there until one goes back to the chats, whatever is opened between. */
export function createIsArchive(): Accessor<boolean> {
  const location = useLocation();
  return createMemo(
    (was: boolean) => (location.pathname === "/archived" ? true : location.pathname === "/" ? false : was),
    false,
  );
}
