import * as v from "valibot";
import { expect, test } from "vitest";
import { inputs } from "./index.ts";
import { lengthOf, normaliseText } from "./text.ts";
import { lineInput, textInput } from "./text-inputs.ts";

test("text is kept in NFC, with Unix line ends and without control characters", () => {
  expect(normaliseText("e\u0301\r\n\u0000a\u2028b\tc")).toBe("é\nab\tc");
});

test("an emoji counts as people count it", () => {
  expect(lengthOf("👍🏽")).toBe(2);
  expect(v.safeParse(textInput(1, 2), "👍🏽").success).toBe(true);
  expect(v.safeParse(textInput(1, 1), "👍🏽").success).toBe(false);
});

test("a line folds its white space, a text keeps its lines", () => {
  expect(v.parse(lineInput(1, 20), "  Ferry \n team ")).toBe("Ferry team");
  expect(v.parse(textInput(1, 20), "  one\n\ntwo ")).toBe("one\n\ntwo");
});

test("a message of only spaces is refused with a sentence", () => {
  const found = v.safeParse(textInput(1, 20), "  \n ");
  expect(found.issues?.[0]?.message).toBe("Write something first.");
});

test("unknown fields are refused", () => {
  const found = v.safeParse(inputs.deleteMessage, {
    conversationId: crypto.randomUUID(),
    messageId: crypto.randomUUID(),
    admin: true,
  });
  expect(found.success).toBe(false);
});
