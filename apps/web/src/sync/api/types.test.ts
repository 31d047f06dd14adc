// @vitest-environment node
import type { AppRouter } from "@parley/api";
import type { TRPCClient } from "@trpc/client";
import { expect, test } from "vitest";
import { createApi } from "./client.ts";
import type { Api } from "./types.ts";

type Real = TRPCClient<AppRouter>;
/** Their options carry bytes in extensions that nobody asks for, and that JSON does not know. */
type Ceremony = "startSignUp" | "startSignIn" | "startAddPasskey";

type Compared = Omit<Api, "accounts" | "sync"> & {
  accounts: Omit<Api["accounts"], Ceremony>;
  /** What a user's own row holds is unknown, which JSON could leave out. */
  sync: Omit<Api["sync"], "start" | "pull">;
};

/** Checked by the compiler: the API answers what the web believes it answers, and takes what the web gives. */
const fits = (api: Real): Compared => api;

test("the API is called by name", async () => {
  const calls: unknown[] = [];
  const api = createApi(async (...call) => calls.push(call));

  await api.messages.before.query({ conversationId: "c", seq: 3 });

  expect(calls).toEqual([["query", "messages.before", { conversationId: "c", seq: 3 }]]);
  expect(fits).toBeTypeOf("function");
});
