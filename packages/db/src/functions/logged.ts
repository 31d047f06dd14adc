/** So many times a mark moved are remembered. */
export const loggedMarks = 24;

/** A mark's log with where it stands now before what was there. */
export const logged = `
create function logged(log bigint[], seq int) returns bigint[] language sql stable parallel safe as $$
  select (array[seq, (extract(epoch from now()) * 1000)::bigint] || log)[1:${loggedMarks * 2}]
$$`;
