import { parentPort, workerData } from "node:worker_threads";
import { PGlite, type Transaction } from "@electric-sql/pglite";
import { parsers } from "./lite-options.ts";
import { type Asked, failureOf, type Question } from "./thread-messages.ts";

// The thread's own main: PGlite runs here, so that a long query stalls nobody's event loop.

type Open = { tx: Transaction; end(keep: boolean): Promise<void> };

const port = parentPort;
if (!port) throw new Error("the database thread was started as a program");

const lite = await PGlite.create(String(workerData), { parsers });
const open = new Map<number, Open>();
let begun = 0;

port.on("message", ({ id, ...question }: Asked) => {
  answer(question).then(
    (answer) => port.postMessage({ id, answer }),
    (error) => port.postMessage({ id, failure: failureOf(error) }),
  );
});
port.postMessage({ id: 0, answer: "open" });

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case "query":
      return runner(question.tx).query(question.text, question.values, { rowMode: question.rowMode });
    case "exec":
      return runner(question.tx).exec(question.text);
    case "begin":
      return begin();
    case "commit":
    case "rollback":
      return transaction(question.tx).end(question.ask === "commit");
    case "close":
      return lite.close();
    default:
      return question satisfies never;
  }
}

/** PGlite's transaction is a callback; it stays in it until the other side says how it ends. */
function begin() {
  return new Promise<number>((resolve, reject) => {
    const id = ++begun;
    const ending = Promise.withResolvers<boolean>();
    const ended = lite.transaction(async (tx) => {
      const end = async (keep: boolean) => {
        open.delete(id);
        ending.resolve(keep);
        await ended;
      };
      open.set(id, { tx, end });
      resolve(id);
      if (!(await ending.promise)) await tx.rollback();
    });
    ended.catch(reject);
  });
}

function runner(tx: number | undefined) {
  return tx === undefined ? lite : transaction(tx).tx;
}

function transaction(id: number) {
  const found = open.get(id);
  if (!found) throw new Error("the transaction has ended");
  return found;
}
