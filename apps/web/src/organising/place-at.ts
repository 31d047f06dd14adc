/**
 * A place between its neighbours for what is to stand at `index` among `places` (sorted, itself left out).
 * Undefined when there is no number left between them: then all are to be numbered anew.
 */
export function placeAt(places: readonly number[], index: number): number | undefined {
  const before = places[index - 1];
  const after = places[index];
  if (before === undefined) return after === undefined ? 0 : after - 1;
  if (after === undefined) return before + 1;
  const between = (before + after) / 2;
  return before < between && between < after ? between : undefined;
}

export type Placed<Id extends string> = { id: Id; place: number };

/** The places that change when `id` is moved to stand at `index` among the others: its own, or all of them. */
export function moved<Id extends string>(sorted: readonly Placed<Id>[], id: Id, index: number): Placed<Id>[] {
  const others = sorted.filter((it) => it.id !== id);
  const at = Math.max(0, Math.min(index, others.length));
  const place = placeAt(
    others.map((it) => it.place),
    at,
  );
  if (place !== undefined) return [{ id, place }];
  const ids = [...others.slice(0, at).map((it) => it.id), id, ...others.slice(at).map((it) => it.id)];
  return ids.map((one, n) => ({ id: one, place: n }));
}
