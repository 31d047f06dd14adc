/**
 * In PL/pgSQL, which keeps its plans for as long as a connection lives: a function in SQL is planned anew by every
 * statement that calls it. A plan from when there was hardly a row must not read all of them later.
 */
const lookup = `language plpgsql stable parallel safe set enable_seqscan = off`;

/** Whether one user blocks another; with null for the other, whether they block anybody. */
export const blocks = `
create function blocks(owner uuid, other uuid) returns boolean ${lookup} as $$
begin
  if other is null then
    return exists (select from user_rows b where b.user_id = owner and b.kind = 'block' and b.value is not null);
  end if;
  return exists (select from user_rows b where b.user_id = owner and b.kind = 'block' and b.key = other::text and b.value is not null);
end $$`;

/**
 * Whether a user's own setting lets another see or do something, blocks aside; with null for the other, whether it lets
 * everyone.
 */
export const allows = `
create function allows(owner uuid, other uuid, what text) returns boolean ${lookup} as $$
begin
  return coalesce((
    select case
      when other is null then p.value->>'who' = 'everyone' and jsonb_array_length(p.value->'never') = 0
      when jsonb_exists(p.value->'never', other::text) then false
      when jsonb_exists(p.value->'always', other::text) then true
      when p.value->>'who' = 'contacts' then exists (select from user_rows c
        where c.user_id = owner and c.kind = 'contact' and c.key = other::text and c.value is not null)
      else p.value->>'who' = 'everyone'
    end
    from user_rows p where p.user_id = owner and p.kind = 'privacy' and p.key = what and p.value is not null), true);
end $$`;

/** Whether another may see it: the setting says so, and they are not blocked. Everyone sees all of themselves. */
export const shows = `
create function shows(owner uuid, other uuid, what text) returns boolean language sql stable parallel safe as $$
  select owner is not distinct from other or (allows(owner, other, what) and not blocks(owner, other))
$$`;

/** Whether a request of the other's still waits for this user: until it is accepted they are told nothing. */
export const awaits = `
create function awaits(owner uuid, other uuid) returns boolean ${lookup} as $$
begin
  return exists (select from user_rows r where r.user_id = owner and r.kind = 'request' and r.key = other::text and r.value is not null);
end $$`;

/** Whether another is told how far this user has received, in the direct conversation of the two. */
export const tellsDelivered = `
create function tells_delivered(owner uuid, other uuid) returns boolean language sql stable parallel safe as $$
  select not blocks(owner, other) and not awaits(owner, other)
$$`;

/** And how far they have read: both let it be seen. */
export const tellsRead = `
create function tells_read(owner uuid, other uuid) returns boolean language sql stable parallel safe as $$
  select tells_delivered(owner, other) and allows(owner, other, 'receipts') and allows(other, owner, 'receipts')
$$`;
