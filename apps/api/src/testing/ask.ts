import { appRouter } from "../router.ts";

type Procedure = { _def: { type: "query" | "mutation" | "subscription" } };

/** Every procedure of the API, by its full name. */
export const procedures = Object.entries(appRouter._def.procedures as unknown as Record<string, Procedure>).map(
  ([name, procedure]) => ({ name, type: procedure._def.type }),
);

/** Asks as a browser would, without the client's types: what is sent may be anything. */
export async function ask(url: string, { name, type }: (typeof procedures)[number], input: unknown, cookie = "") {
  const body = input === undefined ? undefined : JSON.stringify(input);
  const answer =
    type === "mutation"
      ? await fetch(`${url}/trpc/${name}`, {
          method: "POST",
          headers: { cookie, origin: url, "content-type": "application/json" },
          body: body ?? "",
        })
      : await fetch(`${url}/trpc/${name}${body === undefined ? "" : `?input=${encodeURIComponent(body)}`}`, {
          headers: { cookie },
        });
  const json = (await answer.json()) as { error?: { data?: { app?: { code: string; sentence: string } } } };
  return { status: answer.status, refusal: json.error ? (json.error.data?.app ?? null) : undefined };
}
