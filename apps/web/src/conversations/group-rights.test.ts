import { memberRoles } from "@parley/schema";
import { expect, test } from "vitest";
import { canChangeSettings, canHandOver, canRemove, hasRight, rolesToGive } from "./group-rights.ts";

test("nobody removes somebody of their own rank or above", () => {
  for (const [i, mine] of memberRoles.entries())
    for (const theirs of memberRoles.slice(0, i + 1)) expect(canRemove(mine, theirs)).toBe(false);
  expect(canRemove("moderator", "member")).toBe(true);
  expect(canRemove("owner", "admin")).toBe(true);
});

test("a plain member, and someone who has left, change nothing", () => {
  for (const mine of ["member", undefined] as const) {
    expect(canChangeSettings(mine)).toBe(false);
    expect(canRemove(mine, "member")).toBe(false);
    expect(rolesToGive(mine, "member")).toEqual([]);
    expect(canHandOver(mine)).toBe(false);
  }
});

test("Dana, an admin, makes moderators but no admins", () => {
  expect(rolesToGive("admin", "member")).toEqual(["moderator"]);
  expect(rolesToGive("admin", "moderator")).toEqual(["member"]);
  expect(rolesToGive("admin", "admin")).toEqual([]);
  expect(rolesToGive("owner", "member")).toEqual(["admin", "moderator"]);
});

test("who may post, pin, add and edit is what the conversation says, or what is usual for its kind", () => {
  const group = { kind: "group", settings: {} } as const;
  expect(hasRight(group, "member", "whoMayPost")).toBe(true);
  expect(hasRight({ ...group, settings: { whoMayPost: "admin" } }, "moderator", "whoMayPost")).toBe(false);
  expect(hasRight({ ...group, settings: { whoMayPin: "member" } }, "member", "whoMayPin")).toBe(true);
  expect(hasRight({ kind: "channel", settings: {} }, "member", "whoMayPost")).toBe(false);
  expect(hasRight(group, undefined, "whoMayPost")).toBe(false);
});
