import type { Catalog } from "./catalog.ts";

export type Plural = {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
};
/** A sentence with `{names}`, or its forms by `count`. */
export type Message = string | Plural;

export type MessageKey = keyof Catalog;

type NamesIn<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type NamesOf<M> = M extends string ? NamesIn<M> : NamesIn<M[keyof M]> | "count";

/** What a message must be given: nothing, or an object with its names. */
export type MessageArguments<Key extends MessageKey, Value> = [NamesOf<Catalog[Key]>] extends [never]
  ? []
  : [values: { [Name in NamesOf<Catalog[Key]>]: Name extends "count" ? number : Value }];

export type MessageValues = Record<string, unknown>;

/** The form of `message` for its count, as text and names in turn: ["Hello ", "name", "."]. Odd places are names. */
export function partsOf(message: Message, values: MessageValues, rules: Intl.PluralRules): string[] {
  const text =
    typeof message === "string" ? message : (message[rules.select(Number(values["count"]))] ?? message.other);
  return text.split(/\{([^{}]+)\}/);
}
