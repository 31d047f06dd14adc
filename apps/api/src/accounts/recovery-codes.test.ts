import { expect, test } from "vitest";
import { hashRecoveryCode, makeRecoveryCodes, matchesRecoveryCode, selectorOf } from "./recovery-codes.ts";

test("ten codes are made that nobody can misread, with first groups of their own", () => {
  const codes = makeRecoveryCodes();
  expect(codes).toHaveLength(10);
  for (const code of codes) expect(code).toMatch(/^[A-HJKMNP-TV-Z2-9]{4}(-[A-HJKMNP-TV-Z2-9]{4}){2}$/);
  expect(new Set(codes.map(selectorOf)).size).toBe(10);
});

test("a code is known again however it is typed, and no other is", async () => {
  const stored = await hashRecoveryCode("ABCD-EFGH-JKMN");
  expect(stored).toMatch(/^ABCD:\$argon2id\$/);
  expect(stored).not.toContain("EFGH");
  expect(await matchesRecoveryCode("abcd efghjkmn", stored)).toBe(true);
  expect(await matchesRecoveryCode("ABCD-EFGH-JKMP", stored)).toBe(false);
  expect(await matchesRecoveryCode("ABCD-EFGH-JKMN", undefined)).toBe(false);
});
