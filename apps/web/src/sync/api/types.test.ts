// @vitest-environment node
import type { AppRouter } from "@parley/api";
import type { TRPCClient } from "@trpc/client";
import { expect, test } from "vitest";
import { createApi } from "./client.ts";
import type { Api } from "./types.ts";

/** Checked by the compiler: the API answers what the web believes it answers, and takes what the web gives. */
const fits = (api: TRPCClient<AppRouter>): Api => api;

test("the API is called by name", async () => {
  const calls: unknown[] = [];
  const api = createApi(async (...call) => calls.push(call));

  await api.messages.before.query({ conversationId: "c", seq: 3 });

  expect(calls).toEqual([["query", "messages.before", { conversationId: "c", seq: 3 }]]);
  expect(fits).toBeTypeOf("function");
});
