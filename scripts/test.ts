import { checkByteBudget } from "./byte-budget.ts";
import { check } from "./check.ts";
import { stopAll } from "./children.ts";
import { bringPrerequisites } from "./prerequisites.ts";
import { addTotals, printTotal, runSteps, type Total } from "./steps.ts";
import { vitest } from "./vitest.ts";

// On two idle cores it ends well before; a machine that is busy with other things gets its time.
const deadlineMinutes = 85;
const began = performance.now();

/** Everything: types, lint, every suite on every database, the build and its budget, and the stories in a real browser. */
async function testAll(): Promise<Total> {
  await bringPrerequisites();
  const quick = await check();
  const slow = await runSteps([
    vitest("rooms on their runtime", ["party"]),
    vitest("chaos, crashes and whole devices", ["api", "db", "web"], {}, ["long.test"]),
    vitest("database and API on PostgreSQL", ["db", "api"], { PARLEY_TEST_DB: "postgres" }),
    vitest("database through the Neon driver", ["db"], { PARLEY_TEST_DB: "neon" }),
    { name: "build and byte budget", work: checkByteBudget },
  ]);
  const stories = await runSteps(
    [
      vitest("stories in Chromium", ["e2e"], { PARLEY_TESTS: "quick" }),
      vitest("stories that mostly wait", ["e2e"], { PARLEY_TESTS: "waiting" }, ["long.test"]),
    ],
    2,
  );
  return addTotals([quick, slow, stories]);
}

const timer = setTimeout(async () => {
  console.error(`\nStopped: the tests did not end within ${deadlineMinutes} minutes.`);
  await stopAll();
  process.exit(1);
}, deadlineMinutes * 60_000);

try {
  const total = await testAll();
  printTotal(total, began);
  process.exitCode = total.failed > 0 ? 1 : 0;
} catch (error) {
  console.error((error as Error).message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
} finally {
  clearTimeout(timer);
}
