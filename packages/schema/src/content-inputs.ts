import * as v from "valibot";
import { userId } from "./id-inputs.ts";
import { limits } from "./limits.ts";
import { pollInput } from "./poll-inputs.ts";
import { lineInput, verbatimInput } from "./text-inputs.ts";

/** A piece of a program as a file. */
const codeInput = v.strictObject({
  kind: v.literal("code"),
  name: lineInput(1, limits.codeNameLength),
  /** As highlighters name it; empty for plain text. */
  language: v.pipe(v.string(), v.regex(/^[a-z0-9+#.-]{0,30}$/)),
  code: verbatimInput(limits.codeBytes),
});
export type CodeContent = v.InferOutput<typeof codeInput>;

const degrees = (most: number) =>
  v.pipe(
    v.number(),
    v.finite(),
    v.minValue(-most),
    v.maxValue(most),
    // A tenth of a metre is more than any phone knows.
    v.transform((value) => Math.round(value * 1e6) / 1e6),
  );
/** A point on the earth. */
const locationInput = v.strictObject({
  kind: v.literal("location"),
  latitude: degrees(90),
  longitude: degrees(180),
  label: v.optional(lineInput(0, limits.placeLabelLength), ""),
});
export type LocationContent = v.InferOutput<typeof locationInput>;

const phone = v.pipe(lineInput(2, 40), v.regex(/^\+?[\d\p{Nd} ().,/*#;x-]+$/u, "This is not a phone number."));
const mail = v.pipe(lineInput(3, 254), v.regex(/^\S+@\S+$/, "This does not look like an e-mail address."));
const ways = <Schema extends v.GenericSchema<string, string>>(one: Schema) =>
  v.optional(v.pipe(v.array(one), v.maxLength(limits.contactWays)), []);
/** Somebody and how to reach them; with `userId` somebody on Parley, whose name the server gives. */
const contactInput = v.strictObject({
  kind: v.literal("contact"),
  name: lineInput(1, 120),
  organisation: v.optional(lineInput(0, 120), ""),
  phones: ways(phone),
  emails: ways(mail),
  userId: v.optional(userId),
});
export type ContactContent = v.InferOutput<typeof contactInput>;

/** What a message of another kind than text holds, as its sender gives it. */
export const contentInput = v.variant("kind", [pollInput, codeInput, locationInput, contactInput]);
export type ContentInput = v.InferOutput<typeof contentInput>;
