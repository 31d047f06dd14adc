/**
 * Sends that wait together, as one call: conversations are locked in id order, and only then is anything looked at
 * (in PL/pgSQL every statement sees what had been committed when it began). What every message needs is one statement
 * for all of them: what is asked, what is looked up for it, what becomes of it, what is kept. What only some need
 * follows in the loop over its answer. A refused send never takes others with it.
 *
 * `sends` is an array of {conversation_id, message_id, sender_id, kind, text, details, thread_id, is_in_timeline,
 * reply_to_id, poll, words}, with one send at most of each sender in each conversation; `poll` has what the message of a
 * poll does not say. The answer has a row for each; `wait` is in seconds.
 * A reply in a thread also changes the summary on its root, which is then answered with: `root`, whether all members may
 * read it (`is_for_all`), and who follows the thread from now on (`followers`).
 */
export const sendMessages = `
create function send_messages(sends jsonb)
returns table (place int, outcome text, wait int, seq int, rev int, replies_to uuid, created_at timestamptz, details jsonb,
  expires_at timestamptz, is_hidden boolean, away jsonb, root jsonb, is_for_all boolean, followers uuid[])
language plpgsql
-- A connection keeps its plans. One from when a table was small would read all of it; here everything is found by a key.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  ranks constant text[] := array['member', 'moderator', 'admin', 'owner'];
  s record;
begin
  perform from conversations where id in (select (it->>'conversation_id')::uuid from jsonb_array_elements(sends) it)
    order by id for no key update;
  -- Who erases a file locks it first, and then looks whether a message holds it.
  if sends @? '$[*].details.attachments' then
    perform from files where id in (select (it->>'fileId')::uuid from jsonb_path_query(sends, '$[*].details.attachments[*]') it)
      order by id for share;
  end if;

  for s in with
  asked as (
    select place, conversation_id, message_id, sender_id, kind, text, coalesce(details, '{}') as details, thread_id,
      thread_id is null or coalesce(is_in_timeline, false) as is_in_timeline, reply_to_id, poll, words
    from rows from (jsonb_to_recordset(sends) as (conversation_id uuid, message_id uuid, sender_id uuid, kind text, text text,
        details jsonb, thread_id uuid, is_in_timeline boolean, reply_to_id uuid, poll jsonb, words tsvector)) with ordinality
      as it(conversation_id, message_id, sender_id, kind, text, details, thread_id, is_in_timeline, reply_to_id, poll, words, place)
  ),

  looked as materialized (
    select a.*, c.kind as place_kind, c.settings, c.rev + 1 as next_rev, c.last_seq, c.thread_replies,
      exists (select from taken_back t where t.user_id = a.sender_id and t.message_id = a.message_id) as is_taken_back,
      earlier, me.role, other, case when quoted.conversation_id = c.id then quoted.id end as quoted_id,
      case when top.conversation_id = c.id and top.thread_id is null and top.kind <> 'event' and top.seq <@ me.visible
        and (top.expires_at is null or top.expires_at > now()) then top.seq end as top_seq, top.sender_id as top_sender_id,
      case when me.role = 'member' and c.kind in ('group', 'channel')
        then ceil(extract(epoch from me.sent_at - now()) + coalesce((c.settings->>'slowModeSeconds')::int, 0))::int end as wait
    from asked a
      left join conversations c on c.id = a.conversation_id
      left join members me on me.user_id = a.sender_id and me.conversation_id = c.id and me.left_at is null
      left join messages earlier on earlier.id = a.message_id
      left join messages quoted on quoted.id = a.reply_to_id
      left join messages top on top.id = a.thread_id
      left join lateral (
        select m.user_id as id, blocks(a.sender_id, m.user_id) as is_blocked, blocks(m.user_id, a.sender_id) as is_unheard,
          tells_delivered(a.sender_id, m.user_id) as hears_delivered, tells_read(a.sender_id, m.user_id) as hears_read
        from members m where c.kind = 'direct' and m.conversation_id = c.id and m.user_id <> a.sender_id limit 1) other on true
  ),

  judged as (
    select *, case
      when place_kind is null then 'not_found'
      when (earlier).conversation_id = conversation_id and (earlier).sender_id = sender_id then 'repeated'
      when (earlier).id is not null then 'taken'
      when role is null then 'not_found'
      when is_taken_back then 'taken_back'
      when (other).is_blocked then 'blocked'
      when place_kind in ('group', 'channel') and array_position(ranks, role) < array_position(ranks, coalesce(
          settings->>'whoMayPost', case place_kind when 'channel' then 'moderator' else 'member' end))
        and not (place_kind = 'channel' and not is_in_timeline and coalesce((settings->>'hasComments')::boolean, true)) then 'not_allowed'
      when wait > 0 then 'too_soon'
      when thread_id is not null and top_seq is null then 'no_thread'
      when details ? 'attachments' and (select count(*) from files where state = 'ready' and id in (
          select (it->>'fileId')::uuid from jsonb_array_elements(details->'attachments') it)) < jsonb_array_length(details->'attachments') then 'no_file'
      else 'sent' end as outcome
    from looked
  ),

  numbered as (
    select *, (count(*) filter (where outcome = 'sent') over until_here)::int + last_seq as seq,
      (count(*) filter (where outcome = 'sent' and not is_in_timeline) over until_here)::int + thread_replies as replies,
      coalesce((details->>'expiresAfter')::int, (settings->>'expiresAfter')::int) as lives,
      place_kind <> 'saved' and coalesce(details->>'expiryStarts', settings->>'expiryStarts', 'send') = 'read' as lives_from_reading
    from judged window until_here as (partition by conversation_id order by place)
  ),

  answered as materialized (
    select place, outcome, wait, conversation_id, message_id, sender_id, place_kind, kind, text, words, thread_id, is_in_timeline, seq, replies,
      earlier, next_rev, quoted_id, poll, other, top_seq, top_sender_id, now() as at,
      case when lives is null then details
        when lives_from_reading then details || jsonb_build_object('expiresAfter', lives, 'expiryStarts', 'read')
        else details || jsonb_build_object('expiresAfter', lives) - 'expiryStarts' end as details,
      case when not lives_from_reading then now() + make_interval(secs => lives) end as expires_at,
      -- Who answers in a thread, or was not there, has not read the conversation by that.
      is_in_timeline and not details ? 'automatic' as reads
    from numbered
  ),

  kept as (
    insert into messages (id, conversation_id, seq, rev, sender_id, kind, text, details, thread_id, is_in_timeline, thread_replies,
      reply_to_id, created_at, expires_at)
    select message_id, conversation_id, seq, next_rev, sender_id, kind, text, details, thread_id, is_in_timeline, replies,
      quoted_id, at, expires_at from answered where outcome = 'sent'
  ),
  kept_words as (
    insert into message_words (message_id, words, seq, created_at)
    select message_id, words, seq, at from answered where outcome = 'sent' and words is not null
  ),
  marked as (
    update members m set sent_at = at, read_seq = seq, delivered_seq = seq, read_replies = replies,
      told_read_seq = case when coalesce((other).hears_read, true) then seq else told_read_seq end,
      told_delivered_seq = case when coalesce((other).hears_delivered, true) then seq else told_delivered_seq end,
      -- Whoever writes without having been seen to read has read just now.
      read_log = case when place_kind <> 'channel' and told_read_seq < seq - 1 and coalesce((other).hears_read, true)
        then logged(read_log, seq) else read_log end,
      delivered_log = case when place_kind <> 'channel' and told_delivered_seq < seq - 1 and coalesce((other).hears_delivered, true)
        then logged(delivered_log, seq) else delivered_log end
    from answered a where outcome = 'sent' and reads and m.user_id = a.sender_id and m.conversation_id = a.conversation_id
  ),
  moved as (
    update conversations c set rev = next_rev, last_seq = new.last_seq, thread_replies = new.replies, head_xid = pg_current_xact_id()
    from (select conversation_id, next_rev, max(seq) as last_seq, max(replies) as replies from answered where outcome = 'sent' group by 1, 2) new
    where c.id = new.conversation_id
  )
  select place, outcome, wait, conversation_id, message_id, sender_id, place_kind, thread_id, reads, poll, details, expires_at, quoted_id,
    (other).id as other_id, (other).is_unheard, top_seq, top_sender_id, coalesce((earlier).seq, seq) as seq, coalesce((earlier).rev, next_rev) as rev,
    coalesce((earlier).created_at, at) as at
  from answered

  loop
    place := s.place - 1; outcome := s.outcome; wait := s.wait; seq := s.seq; rev := s.rev; replies_to := s.quoted_id;
    created_at := s.at; details := s.details; expires_at := s.expires_at;
    is_hidden := false; away := null; root := null; is_for_all := true; followers := null;
    if outcome = 'sent' then
      if jsonb_typeof(s.poll) = 'object' then
        insert into polls (message_id, conversation_id, answers, counts, closes_at)
        values (s.message_id, s.conversation_id, nullif(s.poll->'answers', 'null'), s.poll->'counts', (s.poll->>'closes_at')::timestamptz);
      end if;
      if details ? 'attachments' then
        insert into message_files (message_id, file_id, conversation_id, kind)
        select s.message_id, (it->>'fileId')::uuid, s.conversation_id, it->>'kind' from jsonb_array_elements(details->'attachments') it;
      end if;
      if not s.reads then
        update members m set sent_at = now() where m.user_id = s.sender_id and m.conversation_id = s.conversation_id;
      end if;
      -- Who is blocked sends as ever, and is not heard: for the other this seq is never to be seen.
      is_hidden := coalesce(s.is_unheard, false);
      if is_hidden then
        update members m set visible = m.visible - int4multirange(int4range(s.seq, s.seq + 1))
          where m.user_id = s.other_id and m.conversation_id = s.conversation_id;
      elsif s.other_id is not null and details->>'automatic' is distinct from 'reply' then
        select r.value || jsonb_build_object('userId', s.other_id) into away from user_rows r
          where r.user_id = s.other_id and r.kind = 'away' and r.key = 'reply' and r.value is not null and not awaits(s.other_id, s.sender_id)
            and coalesce((r.value->>'from')::timestamptz <= now(), true) and coalesce((r.value->>'until')::timestamptz > now(), true);
      end if;
      if s.thread_id is not null then
        update messages m set rev = s.rev, details = m.details || jsonb_build_object('thread', jsonb_build_object(
            'replyCount', coalesce((m.details#>>'{thread,replyCount}')::int, 0) + 1,
            'sentCount', coalesce((m.details#>>'{thread,sentCount}')::int, 0) + 1,
            'lastReplyAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'replierIds', (jsonb_build_array(s.sender_id) || (coalesce(m.details#>'{thread,replierIds}', '[]') - s.sender_id::text)) - 5))
          where m.id = s.thread_id returning to_jsonb(m) into root;
        is_for_all := s.place_kind = 'channel' or not exists (select from members m where m.conversation_id = s.conversation_id
          and m.left_at is null and m.visible <> '{[1,)}' and not int4range(s.top_seq, null) <@ m.visible);
        -- Who never sees this reply is not called to the thread by it.
        followers := array(select distinct u.id from unnest(array[s.top_sender_id, s.sender_id]) as u(id)
          where not (is_hidden and u.id = s.other_id) and not exists (
            select from user_rows r where r.user_id = u.id and r.kind = 'thread' and r.key = s.thread_id::text));
      end if;
    end if;
    return next;
  end loop;
end $$`;
