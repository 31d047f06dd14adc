import { expect, test } from "vitest";
import { openOperator, suggestionsFor, withOperator, withoutOperator, withValue } from "./suggestions.ts";

const known = {
  people: [{ label: "Bob Đặng", value: "bob" }],
  chats: [{ label: "Ferry team", value: "Ferry team" }],
  labelOf: (value: string) => value,
};
const suggested = (text: string) => {
  const operator = openOperator(text);
  return operator ? suggestionsFor(operator, known).map((it) => it.value) : [];
};

test("an operator that is being typed suggests its values, and stops once it has one", () => {
  expect(suggested("ramen from:")).toEqual(["me", "bob"]);
  expect(suggested("ramen from:dang")).toEqual(["bob"]);
  expect(suggested("from:bob")).toEqual([]);
  expect(suggested("from:bob ramen")).toEqual([]);
  expect(suggested("has:im")).toEqual(["image"]);
  expect(suggested("ramen")).toEqual([]);
});

test("a chosen value is written so that it is read as one, and can be taken out again", () => {
  const typed = withOperator("ramen", "in");
  const chosen = withValue(typed, openOperator(typed)!, "Ferry team");
  expect(chosen).toBe('ramen in:"Ferry team" ');
  const [operator] = [...(openOperator("ramen in:ferry") ? [openOperator("ramen in:ferry")!] : [])];
  expect(withoutOperator("ramen in:ferry", operator!)).toBe("ramen ");
});
