// @vitest-environment node
import type { Changes, MessagePage, PullAnswer, SeqRange } from "@parley/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeModelDevice } from "../testing/model-device.ts";
import { makeModelServer } from "../testing/model-server.ts";
import { applyLive, applyPulled } from "./apply-changes.ts";
import { applyPage } from "./apply-page.ts";
import { evict } from "./budget.ts";

type Step = { what: "send" | "edit" | "delete" | "broadcast" | "lose" | "ask" | "answer" | "page" | "show" | "evict"; n: number };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.constantFrom("send", "send", "send", "edit", "delete", "broadcast", "broadcast", "broadcast", "lose", "ask", "answer", "page", "show", "evict"),
  n: fc.nat(1_000),
});

test("[F06] [F07] whatever is lost, doubled, late or crossed, the copy ends up as the server has it", { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 90 }), async (steps) => {
      const server = makeModelServer();
      const device = await makeModelDevice(server);
      const told: Changes[] = [];
      const answers: { answer: PullAnswer; sent: SeqRange[] }[] = [];
      const pages: MessagePage[] = [];

      for (const { what, n } of steps) {
        const it = await device.local();
        const seq = 1 + (n % Math.max(1, server.lastSeq()));
        if (what === "send") told.push(server.send(`${n}`));
        else if (what === "edit") told.push(...some(server.edit(seq, `edited ${n}`)));
        else if (what === "delete") told.push(...some(server.delete(seq)));
        // Told in any order, and now and then again.
        else if (what === "broadcast" && told.length) await applyLive(device.db, n % 5 ? told.splice(n % told.length, 1)[0]! : told[n % told.length]!);
        else if (what === "lose") told.splice(n % (told.length || 1), 1);
        else if (what === "ask") answers.push({ answer: server.pull(it.cursor, it.held), sent: it.held });
        else if (what === "answer" && answers.length) {
          const { answer, sent } = answers.splice(n % answers.length, 1)[0]!;
          await applyPulled(device.db, answer, sent);
        } else if (what === "page") pages.push(n % 2 ? server.before(seq) : server.after(seq));
        else if (what === "show" && pages.length) await applyPage(device.db, server.id, pages.splice(n % pages.length, 1)[0]!);
        else if (what === "evict") await evict(device.db, n % 10, () => false, n % 4);
      }
      await device.catchUp();

      const { held, row, cursor } = await device.local();
      const isHeld = (at: number) => held.some((range) => range.from <= at && at <= range.to);
      expect(await device.rows()).toEqual(server.all().filter((message) => isHeld(message.seq)));
      expect({ cursor, row }).toEqual({ cursor: server.rev(), row: server.head().conversation });
      device.db.close();
    }),
    { numRuns: 150 },
  );
});

const some = <T>(value: T | null): T[] => (value === null ? [] : [value]);
