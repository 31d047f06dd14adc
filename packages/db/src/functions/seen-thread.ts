/**
 * The details of a root as somebody is told them who may not read every reply: without those that are hidden from them,
 * so that the summary tells of nothing that its thread does not show.
 */
export const seenThread = `
create function seen_thread(root uuid, details jsonb, visible int4multirange) returns jsonb language sql stable parallel safe as $$
  select case when hidden.sent = 0 then details else details || jsonb_build_object('thread', details->'thread' || jsonb_build_object(
      'replyCount', greatest(0, (details#>>'{thread,replyCount}')::int - hidden.there),
      'sentCount', greatest(0, (details#>>'{thread,sentCount}')::int - hidden.sent),
      'lastReplyAt', coalesce(to_char(seen.last_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), details#>>'{thread,lastReplyAt}'),
      'replierIds', seen.ids)) end
  from (select count(*)::int as sent, (count(*) filter (where r.deleted_at is null))::int as there
      from messages r where r.thread_id = root and not r.seq <@ visible) hidden,
    (select max(last_at) as last_at, coalesce(jsonb_agg(sender_id order by last_at desc), '[]') as ids from (
      select sender_id, max(created_at) as last_at from (
        select sender_id, created_at from messages r where r.thread_id = root and r.deleted_at is null and r.seq <@ visible
        order by seq desc limit 50) newest
      group by sender_id order by 2 desc limit 5) by_sender) seen
$$`;
