/** What the thread is asked; `tx` names an open transaction, absent for a statement of its own. */
export type Question =
  | { ask: "query"; text: string; values?: unknown[]; rowMode?: "array" | "object"; tx?: number }
  | { ask: "exec"; text: string; tx?: number }
  | { ask: "begin" }
  | { ask: "commit" | "rollback"; tx: number }
  | { ask: "close" };

export type Asked = Question & { id: number };
export type Answered = { id: number; answer: unknown } | { id: number; failure: Failure };

/** An error that crosses between threads keeps only its message; these are the fields that callers look at. */
export type Failure = { message: string; [field: string]: unknown };

const told = [
  "message",
  "code",
  "severity",
  "detail",
  "hint",
  "where",
  "schema",
  "table",
  "column",
  "dataType",
  "constraint",
  "routine",
  "position",
];

export function failureOf(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const fields = told
    .map((field) => [field, Reflect.get(error, field)] as const)
    .filter(([, value]) => value !== undefined);
  return { message: error.message, ...Object.fromEntries(fields) };
}

export function errorOf({ message, ...fields }: Failure) {
  return Object.assign(new Error(message), fields);
}
