import { inputs, type Publication, sessionId, userId } from "@parley/schema";
import * as v from "valibot";
import { parseJson } from "./frames.ts";

// The signature says that the API wrote it; this only keeps a room from acting on half a publication.
const rev = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const tell = v.variant("t", [
  v.looseObject({
    t: v.literal("changes"),
    changes: v.looseObject({ scope: inputs.scopeInput, from: rev, rev, rows: v.looseObject({}) }),
  }),
  v.looseObject({ t: v.literal("announce"), scope: inputs.scopeInput, rev }),
  v.looseObject({ t: v.literal("heads"), heads: v.array(v.looseObject({})) }),
  v.looseObject({ t: v.literal("marks"), marks: v.array(v.looseObject({})) }),
  v.looseObject({ t: v.literal("tallies"), tallies: v.array(v.looseObject({})) }),
  v.looseObject({ t: v.literal("people"), people: v.array(v.looseObject({})) }),
  v.looseObject({ t: v.literal("shared"), shared: v.array(v.looseObject({})) }),
]);
const close = v.object({
  userId,
  sessionId: v.optional(sessionId),
  code: v.pipe(v.number(), v.integer(), v.minValue(4_000), v.maxValue(4_999)),
});
const publication = v.union([
  v.object({ scope: inputs.scopeInput, tell }),
  v.object({ scope: inputs.scopeInput, close }),
]);
const publications = v.array(publication);

/** The publications in a body that the API has signed; nothing when it is not what it should be. */
export function readPublications(body: string): Publication[] | undefined {
  const parsed = v.safeParse(publications, parseJson(body));
  return parsed.success ? (parsed.output as Publication[]) : undefined;
}

/** The one publication in a frame of a publisher socket. */
export function readPublication(frame: string): Publication | undefined {
  const parsed = v.safeParse(publication, parseJson(frame));
  return parsed.success ? (parsed.output as Publication) : undefined;
}
