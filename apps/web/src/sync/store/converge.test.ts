// @vitest-environment node
import type { Changes, MessagePage, PullAnswer, SeqRange } from "@parley/schema";
import fc from "fast-check";
import { expect, test } from "vitest";
import { makeModelDevice } from "../testing/model-device.ts";
import { makeModelServer } from "../testing/model-server.ts";
import { applyLive, applyPulled } from "./apply-changes.ts";
import { applyPage } from "./apply-page.ts";
import { evict } from "./budget.ts";

type What =
  | "send"
  | "edit"
  | "react"
  | "delete"
  | "tell"
  | "jumble"
  | "lose"
  | "ask"
  | "answer"
  | "page"
  | "show"
  | "evict"
  | "catch up";
type Step = { what: What; n: number };

const step: fc.Arbitrary<Step> = fc.record({
  what: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom<What>("send", "edit", "react", "react") },
    { weight: 5, arbitrary: fc.constantFrom<What>("tell") },
    { weight: 7, arbitrary: fc.constantFrom<What>("ask", "answer", "page", "show") },
    { weight: 3, arbitrary: fc.constantFrom<What>("delete", "jumble", "lose", "evict", "catch up") },
  ),
  n: fc.nat(1_000),
});

test("[F06] [F07] whatever is lost, doubled, late or crossed, the copy ends up as the server has it", {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 90 }), async (steps) => {
      const server = makeModelServer();
      const device = await makeModelDevice(server);
      const told: Changes[] = [];
      const answers: { answer(): PullAnswer; sent: SeqRange[] }[] = [];
      const pages: MessagePage[] = [];
      for (let i = 0; i < 12; i++) server.send(`${i}`);

      for (const { what, n } of steps) {
        const it = await device.local();
        const seq = 1 + (n % Math.max(1, server.lastSeq()));
        if (what === "send") told.push(server.send(`${n}`));
        else if (what === "edit") told.push(...some(server.edit(seq, `edited ${n}`)));
        else if (what === "react") told.push(...some(server.react(seq, n % 3 ? "👍" : "🎉", n % 2 === 0)));
        else if (what === "delete") told.push(...some(server.delete(seq)));
        // Mostly in order, at times in any, and then perhaps once more.
        else if (what === "tell" && told.length) await applyLive(device.db, told.shift()!);
        else if (what === "jumble" && told.length)
          await applyLive(device.db, n % 2 ? told.splice(n % told.length, 1)[0]! : told[n % told.length]!);
        else if (what === "catch up") await device.catchUp();
        else if (what === "lose") told.splice(n % (told.length || 1), 1);
        // The server answers as soon as it is asked, or only just before the answer arrives.
        else if (what === "ask") {
          const early = server.pull(it.cursor, it.held);
          answers.push({ answer: () => (n % 2 ? early : server.pull(it.cursor, it.held)), sent: it.held });
        } else if (what === "answer" && answers.length) {
          const { answer, sent } = answers.splice(n % answers.length, 1)[0]!;
          await applyPulled(device.db, answer(), sent);
        } else if (what === "page") pages.push(n % 2 ? server.before(seq) : server.after(seq));
        else if (what === "show" && pages.length)
          await applyPage(device.db, server.id, pages.splice(n % pages.length, 1)[0]!);
        else if (what === "evict") await evict(device.db, n % 10, () => false, n % 4);
      }
      await device.catchUp();

      const { held, row, cursor } = await device.local();
      const isHeld = (at: number) => held.some((range) => range.from <= at && at <= range.to);
      expect(await device.rows()).toEqual(server.all().filter((message) => isHeld(message.seq)));
      expect({ cursor, row }).toEqual({ cursor: server.rev(), row: server.head().conversation });
      device.db.close();
    }),
    { numRuns: 200, examples: [[takenBackBetweenAnswers]] },
  );
});

/** Asked at the very beginning, answered after a reaction that an earlier answer brought was taken back. */
const takenBackBetweenAnswers: Step[] = [
  { what: "send", n: 0 },
  { what: "ask", n: 0 },
  { what: "ask", n: 0 },
  { what: "react", n: 934 },
  { what: "edit", n: 0 },
  { what: "answer", n: 0 },
  { what: "react", n: 973 },
  { what: "edit", n: 0 },
  { what: "answer", n: 0 },
];

const some = <T>(value: T | null): T[] => (value === null ? [] : [value]);
