import { expect, test } from "vitest";
import { createBatches } from "./batches.ts";
import { createTurns } from "./conversations/turns.ts";

/** Guests are seated at their table in batches; whoever is called Nobody spoils theirs. */
function openRestaurant({ most = 100 } = {}) {
  const seatings: string[][] = [];
  const seats = createBatches<string, string, string>({
    turns: createTurns(),
    most,
    keyOf: (name) => name,
    async together(names) {
      seatings.push(names);
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (names.includes("Nobody")) throw new Error("There is no such guest.");
      return names.map((it) => `${it} sits`);
    },
  });
  return { seatings, arrive: (...names: string[]) => names.map((it) => seats.join("window", it)) };
}

test("who arrives while a batch is under way shares the next one, and each gets their own answer", async () => {
  const { seatings, arrive } = openRestaurant();

  const first = arrive("Alice");
  await new Promise((resolve) => setTimeout(resolve, 1));
  const answers = await Promise.all([...first, ...arrive("Bob", "Carol", "Dana")]);

  expect(seatings).toEqual([["Alice"], ["Bob", "Carol", "Dana"]]);
  expect(answers).toEqual(["Alice sits", "Bob sits", "Carol sits", "Dana sits"]);
});

test("a batch takes only so many, and of two with the same key one goes after the other", async () => {
  const full = openRestaurant({ most: 2 });
  await Promise.all(full.arrive("Alice", "Bob", "Carol"));
  expect(full.seatings).toEqual([["Alice", "Bob"], ["Carol"]]);

  const twice = openRestaurant();
  await Promise.all(twice.arrive("Alice", "Bob", "Alice", "Carol"));
  expect(twice.seatings).toEqual([
    ["Alice", "Bob"],
    ["Alice", "Carol"],
  ]);
});

test("what fails together is tried one by one, and fails for one alone", async () => {
  const { seatings, arrive } = openRestaurant();

  const outcomes = await Promise.allSettled(arrive("Alice", "Nobody", "Bob"));

  expect(outcomes.map((it) => it.status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(seatings).toEqual([["Alice", "Nobody", "Bob"], ["Alice"], ["Nobody"], ["Bob"]]);
});
