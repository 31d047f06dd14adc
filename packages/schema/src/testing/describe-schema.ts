import type * as v from "valibot";

export type Schema = v.GenericSchema & {
  entries?: Record<string, Schema>;
  wrapped?: Schema;
  item?: Schema;
  options?: readonly (string | Schema)[];
  pipe?: Step[];
  default?: unknown;
};
type Step = { type: string; requirement?: unknown } & Partial<Schema>;

/** A valibot schema as plain data: its shape, and what each pipe checks. */
export function describeSchema(schema: Schema): unknown {
  const checks = (schema.pipe ?? [])
    .slice(1)
    .map((step) =>
      typeof step.requirement === "function" || step.requirement === undefined
        ? step.type
        : `${step.type}(${String(step.requirement)})`,
    );
  const inside = schema.entries
    ? Object.fromEntries(Object.entries(schema.entries).map(([key, entry]) => [key, describeSchema(entry)]))
    : schema.item
      ? [describeSchema(schema.item)]
      : schema.wrapped
        ? describeSchema(schema.wrapped)
        : schema.options?.map((it) => (typeof it === "object" ? describeSchema(it) : it));
  return [schema.type, ...(inside === undefined ? [] : [inside]), ...checks];
}
