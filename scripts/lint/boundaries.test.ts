import { expect, test } from "vitest";
import { boundaries } from "../../boundaries.ts";
import { findCycles } from "./find-cycles.ts";
import { findViolations } from "./find-violations.ts";
import { importsOf } from "./imports-of.ts";

function violationsOf(file: string, source: string): string[] {
  return findViolations(boundaries, importsOf(import.meta.dirname, file, source));
}

test("a router may not hold SQL", () => {
  const source = 'import { sql } from "kysely";';
  expect(violationsOf("apps/api/src/messages/router.ts", source)).toEqual([
    "apps/api/src/messages/router.ts:1 imports kysely: a router is an input and one call: no SQL in it",
  ]);
  expect(violationsOf("apps/api/src/accounts/passkeys-router.ts", source)).toHaveLength(1);
  expect(violationsOf("apps/api/src/messages/queries.ts", source)).toEqual([]);
});

test("in the web app only sync and the service worker reach outside", () => {
  for (const name of ["idb", "partysocket/ws", "@trpc/client"]) {
    const source = `import { it } from "${name}";`;
    expect(violationsOf("apps/web/src/messages/Timeline.tsx", source)).toHaveLength(1);
    expect(violationsOf("apps/web/src/sync/store/db.ts", source)).toEqual([]);
    expect(violationsOf("apps/web/src/service-worker/worker.ts", source)).toEqual([]);
  }
});

test("a screen goes through the one door of sync", () => {
  const screen = "apps/web/src/messages/Timeline.tsx";
  expect(violationsOf(screen, 'import { useSync } from "../sync/index.ts";')).toEqual([]);
  expect(violationsOf(screen, 'import { outbox } from "../sync/outbox/enqueue.ts";')).toHaveLength(1);
});

test("test tools stay in tests", () => {
  const source = 'import fc from "fast-check";\nimport { freshDb } from "@parley/db/testing";';
  expect(violationsOf("apps/api/src/messages/send-message.ts", source)).toHaveLength(2);
  expect(violationsOf("apps/api/src/messages/send-message.test.ts", source)).toEqual([]);
  expect(violationsOf("apps/api/src/testing/start-app.ts", source)).toEqual([]);
});

test("schema imports valibot and itself, ui nothing of Parley", () => {
  expect(
    violationsOf("packages/schema/src/ids.ts", 'import * as v from "valibot";\nimport { a } from "./text.ts";'),
  ).toEqual([]);
  expect(violationsOf("packages/schema/src/ids.ts", 'import { readFile } from "node:fs/promises";')).toHaveLength(1);
  expect(
    violationsOf("packages/ui/src/people/Avatar.tsx", 'import type { UserId } from "@parley/schema";'),
  ).toHaveLength(1);
});

test("every form of import is seen, and none in a comment", () => {
  const source = [
    'import "./styles.css";',
    "import {",
    "  a,",
    '} from "one";',
    'export * from "two";',
    'export { b } from "three";',
    'import type { C } from "four";',
    'const later = await import("five");',
    '// import { d } from "six";',
    '/* import { e } from "seven"; */',
    'import { type F, type G } from "eight";',
  ].join("\n");

  const imports = importsOf(import.meta.dirname, "apps/web/src/a.ts", source);
  expect(imports.map((it) => it.to)).toEqual([
    "apps/web/src/styles.css",
    "one",
    "two",
    "three",
    "four",
    "five",
    "eight",
  ]);
  expect(imports.filter((it) => it.isType).map((it) => it.to)).toEqual(["four", "eight"]);
  expect(imports.find((it) => it.to === "one")?.line).toBe(4);
});

test("a cycle is found wherever it begins, but not one of types alone", () => {
  const edge = (from: string, to: string, isType = false) => ({ from, to, isType, line: 1 });

  expect(findCycles([edge("a", "b"), edge("b", "c"), edge("c", "b")])).toEqual(["b → c → b"]);
  expect(findCycles([edge("a", "b"), edge("b", "a", true)])).toEqual([]);
});
