import { type ConversationId, type DraftFile, newId } from "@parley/schema";
import { createRoot } from "solid-js";
import { expect, test } from "vitest";
import { createChoosing, type Leaving } from "./create-choosing.ts";

const drafted = (name: string) =>
  ({ fileId: newId(), name, kind: "document", mime: "text/plain", size: 1 }) as DraftFile;
const leaving = (...files: DraftFile[]): Leaving => ({ attachments: [], attached: [], files: [], drafted: files });

test("when the device is full after the first of two messages, only the second's files stay in the tray", async () => {
  const [first, second] = [drafted("plan.txt"), drafted("map.txt")];
  const choosing = createRoot(() =>
    createChoosing({
      key: () => "lunch",
      conversationId: () => "lunch" as ConversationId,
      changed: () => {},
      save: async () => {},
    }),
  );
  choosing.take([first, second]);
  choosing.setTray({ take: () => [leaving(first), leaving(second)] });

  const sent: string[] = [];
  const send = async ({ drafted: [file] }: Leaving) => {
    if (file === second) throw new Error("There is no room.");
    sent.push(file?.name ?? "");
  };
  await expect(choosing.leave(send, () => {})).rejects.toThrow("no room");

  expect(sent).toEqual(["plan.txt"]);
  expect(choosing.drafted()).toEqual([second]);
  expect(choosing.isLeaving()).toBe(false);
});
