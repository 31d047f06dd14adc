import { createSignal } from "solid-js";
import { Button, Dialog, IconButton, Menu, MenuItem, Tooltip, useToast } from "../src/index.ts";
import { Part } from "./Part.tsx";

/** What floats: a dialog, a menu, a toast, a tooltip. */
export function Floating() {
  const [isAsking, setAsking] = createSignal(false);
  const toast = useToast();
  return (
    <Part title="Floating">
      <Button onClick={() => setAsking(true)}>Open a dialog…</Button>
      <Dialog
        isOpen={isAsking()}
        title="Delete this?"
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button variant="danger" onClick={() => setAsking(false)}>
              Delete
            </Button>
          </>
        }
      >
        <p class="muted">It goes for everyone.</p>
      </Dialog>
      <Menu label="Actions" trigger={(attributes) => <IconButton icon="more" label="Actions" {...attributes} />}>
        <MenuItem icon="pencil">Rename</MenuItem>
        <MenuItem icon="copy" disabled>
          Copy
        </MenuItem>
        <hr />
        <MenuItem icon="trash" isDanger>
          Remove
        </MenuItem>
      </Menu>
      <Button onClick={() => toast.show({ text: "Saved." })}>Show a toast</Button>
      <Button onClick={() => toast.show({ text: "Removed.", action: { label: "Undo", run: () => {} } })}>
        Show a toast with Undo
      </Button>
      <Tooltip text="Only a hint">
        <IconButton icon="info" label="About" />
      </Tooltip>
    </Part>
  );
}
