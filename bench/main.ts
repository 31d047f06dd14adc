import { bytes } from "./bytes.ts";
import { catchUp } from "./catch-up.ts";
import { channel } from "./channel.ts";
import { chat } from "./chat.ts";
import { coldStart } from "./cold-start.ts";
import { files } from "./files.ts";
import { opening } from "./opening.ts";
import { reactions } from "./reactions.ts";
import { rooms } from "./rooms.ts";
import { search } from "./search.ts";
import { describeMachine, keepResult } from "./support/results.ts";
import { printTable } from "./support/table.ts";
import { thread } from "./thread.ts";

const benchmarks = [chat, channel, reactions, rooms, catchUp, opening, thread, coldStart, search, files, bytes];

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benchmarks.some((it) => it.name === name));
if (unknown.length) {
  console.error(
    `There is no benchmark ${unknown.join(", ")}: choose from ${benchmarks.map((it) => it.name).join(", ")}.`,
  );
  process.exit(1);
}

let file = "";
for (const { name, run } of benchmarks.filter((it) => wanted.length === 0 || wanted.includes(it.name))) {
  console.log(`\n── ${name}`);
  const machine = describeMachine();
  const outcome = await run();
  for (const { title, rows } of outcome.tables) printTable(title, rows);
  file = await keepResult(name, machine, outcome);
}
console.log(`\nKept in ${file}`);
