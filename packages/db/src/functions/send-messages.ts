/**
 * Sends that wait together, as one call: conversations are locked in id order, and only then is anything looked at
 * (in PL/pgSQL every statement sees what had been committed when it began). A refused one never takes others with it.
 * `sends` is an array of {conversation_id, message_id, sender_id, kind, text, details, thread_id, is_in_timeline, reply_to_id, poll, words};
 * `poll` has what the message of a poll does not say. The answer has a row for each.
 * Who may post, and how often, is asked for groups and channels; `wait` is in seconds.
 * A reply in a thread also changes the summary on its root, which is then answered with: `root`, whether all members may
 * read it (`for_all`), and who follows the thread from now on (`followers`).
 */
export const sendMessages = `
create function send_messages(sends jsonb)
returns table (place int, outcome text, seq int, rev int, replies_to uuid, created_at timestamptz, details jsonb, expires_at timestamptz, away jsonb, wait int,
  root jsonb, for_all boolean, followers uuid[], hidden boolean)
language plpgsql as $$
declare
  c record;
  s record;
  earlier record;
  sender record;
  top record;
  next_seq int;
  replies int;
  lives int;
  ranks constant text[] := array['member', 'moderator', 'admin', 'owner'];
  other uuid;
begin
  for c in
    select id, kind, settings, conversations.rev, last_seq, thread_replies from conversations
    where id in (select (it->>'conversation_id')::uuid from jsonb_array_elements(sends) it)
    order by id for no key update
  loop
    next_seq := c.last_seq;
    replies := c.thread_replies;
    for s in
      select ordinality::int - 1 as place, (it->>'message_id')::uuid as id, (it->>'sender_id')::uuid as sender_id,
        it->>'text' as text, (it->>'reply_to_id')::uuid as reply_to_id, it->>'kind' as kind,
        coalesce(it->'details', '{}') as details, (it->>'thread_id')::uuid as thread_id, it->'poll' as poll,
        it->>'words' as words,
        it->>'thread_id' is null or coalesce((it->>'is_in_timeline')::boolean, false) as is_in_timeline
      from jsonb_array_elements(sends) with ordinality as all_sends(it, ordinality)
      where (it->>'conversation_id')::uuid = c.id order by ordinality
    loop
      place := s.place; root := null; for_all := true; followers := null;
      select m.* into earlier from messages m where m.id = s.id;
      if found then
        outcome := case when earlier.conversation_id = c.id and earlier.sender_id = s.sender_id then 'repeated' else 'taken' end;
        seq := earlier.seq; rev := earlier.rev; replies_to := earlier.reply_to_id; created_at := earlier.created_at;
        details := earlier.details; expires_at := earlier.expires_at;
        return next;
        continue;
      end if;
      seq := null; rev := null; replies_to := null; created_at := null; details := null; expires_at := null; away := null; wait := null;

      select m.role, m.sent_at, m.visible into sender from members m where m.user_id = s.sender_id and m.conversation_id = c.id and m.left_at is null;
      if not found then
        outcome := 'not_found';
        return next;
        continue;
      end if;

      other := null; hidden := false;
      if c.kind = 'direct' then
        select m.user_id into other from members m where m.conversation_id = c.id and m.user_id <> s.sender_id;
        if other is not null and blocks(s.sender_id, other) then
          outcome := 'blocked';
          return next;
          continue;
        end if;
        -- Who is blocked sends as ever, and is not heard: for the other this seq is never to be seen.
        hidden := other is not null and blocks(other, s.sender_id);
      end if;

      if c.kind in ('group', 'channel') and array_position(ranks, sender.role) < array_position(ranks, coalesce(
          c.settings->>'whoMayPost', case c.kind when 'channel' then 'moderator' else 'member' end))
        and not (c.kind = 'channel' and not s.is_in_timeline and coalesce((c.settings->>'hasComments')::boolean, true))
      then
        outcome := 'not_allowed';
        return next;
        continue;
      end if;
      if sender.role = 'member' and c.kind in ('group', 'channel') then
        wait := ceil(extract(epoch from sender.sent_at - now()) + coalesce((c.settings->>'slowModeSeconds')::int, 0));
        if wait > 0 then
          outcome := 'too_soon';
          return next;
          continue;
        end if;
      end if;

      if s.thread_id is not null then
        select m.id, m.seq, m.sender_id into top from messages m
          where m.id = s.thread_id and m.conversation_id = c.id and m.thread_id is null and m.kind <> 'event'
            and m.seq <@ sender.visible and (m.expires_at is null or m.expires_at > now());
        if not found then
          outcome := 'no_thread';
          return next;
          continue;
        end if;
      end if;

      if s.details ? 'attachments' then
        -- Who erases a file locks it first, and then looks whether a message holds it.
        perform from files where id in (select (it->>'fileId')::uuid from jsonb_array_elements(s.details->'attachments') it)
          order by id for share;
        if (select count(*) from files where state = 'ready' and id in (
            select (it->>'fileId')::uuid from jsonb_array_elements(s.details->'attachments') it)) < jsonb_array_length(s.details->'attachments')
        then
          outcome := 'no_file';
          return next;
          continue;
        end if;
      end if;

      next_seq := next_seq + 1;
      if not s.is_in_timeline then replies := replies + 1; end if;
      outcome := 'sent'; seq := next_seq; rev := c.rev + 1; created_at := now();
      details := s.details; expires_at := null;
      lives := coalesce((details->>'expiresAfter')::int, (c.settings->>'expiresAfter')::int);
      if lives is not null then
        details := details || jsonb_build_object('expiresAfter', lives);
        if coalesce(details->>'expiryStarts', c.settings->>'expiryStarts', 'send') = 'read' and c.kind <> 'saved' then
          details := details || '{"expiryStarts": "read"}';
        else
          details := details - 'expiryStarts';
          expires_at := now() + make_interval(secs => lives);
        end if;
      end if;
      if s.reply_to_id is not null then
        select m.id into replies_to from messages m where m.id = s.reply_to_id and m.conversation_id = c.id;
      end if;
      insert into messages (id, conversation_id, seq, rev, sender_id, kind, text, details, thread_id, is_in_timeline, thread_replies,
        reply_to_id, created_at, expires_at)
      values (s.id, c.id, next_seq, c.rev + 1, s.sender_id, s.kind, s.text, details, s.thread_id, s.is_in_timeline, replies,
        replies_to, now(), expires_at);
      if jsonb_typeof(s.poll) = 'object' then
        insert into polls (message_id, conversation_id, answers, counts, closes_at)
        values (s.id, c.id, nullif(s.poll->'answers', 'null'), s.poll->'counts', (s.poll->>'closes_at')::timestamptz);
      end if;
      insert into message_words (message_id, words, seq, created_at) select s.id, s.words::tsvector, next_seq, now() where s.words is not null;
      if details ? 'attachments' then
        insert into message_files (message_id, file_id, conversation_id, kind)
        select s.id, (it->>'fileId')::uuid, c.id, it->>'kind' from jsonb_array_elements(details->'attachments') it;
      end if;
      -- Who answers in a thread, or was not there, has not read the conversation by that.
      if s.is_in_timeline and not details ? 'automatic' then
        update members m set sent_at = now(), read_seq = next_seq, delivered_seq = next_seq, read_replies = replies,
            told_read_seq = case when other is null or tells_read(s.sender_id, other) then next_seq else m.told_read_seq end,
            told_delivered_seq = case when other is null or tells_delivered(s.sender_id, other) then next_seq else m.told_delivered_seq end,
            -- Whoever writes without having been seen to read has read just now.
            read_log = case when c.kind <> 'channel' and m.told_read_seq < next_seq - 1
              and (other is null or tells_read(s.sender_id, other)) then logged(m.read_log, next_seq) else m.read_log end,
            delivered_log = case when c.kind <> 'channel' and m.told_delivered_seq < next_seq - 1
              and (other is null or tells_delivered(s.sender_id, other)) then logged(m.delivered_log, next_seq) else m.delivered_log end
          where m.user_id = s.sender_id and m.conversation_id = c.id;
      else
        update members m set sent_at = now() where m.user_id = s.sender_id and m.conversation_id = c.id;
      end if;
      if s.thread_id is not null then
        update messages m set rev = c.rev + 1, details = m.details || jsonb_build_object('thread', jsonb_build_object(
            'replyCount', coalesce((m.details#>>'{thread,replyCount}')::int, 0) + 1,
            'sentCount', coalesce((m.details#>>'{thread,sentCount}')::int, 0) + 1,
            'lastReplyAt', to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
            'replierIds', (jsonb_build_array(s.sender_id) || (coalesce(m.details#>'{thread,replierIds}', '[]') - s.sender_id::text)) - 5))
          where m.id = s.thread_id returning to_jsonb(m) into root;
        for_all := c.kind = 'channel' or not exists (select from members m where m.conversation_id = c.id and m.left_at is null
          and m.visible <> '{[1,)}' and not int4range(top.seq, null) <@ m.visible);
        -- Who never sees this reply is not called to the thread by it.
        followers := array(select distinct u.id from unnest(array[top.sender_id, s.sender_id]) as u(id) where not (hidden and u.id = other) and not exists (
          select from user_rows r where r.user_id = u.id and r.kind = 'thread' and r.key = s.thread_id::text));
      end if;
      if hidden then
        update members m set visible = m.visible - int4multirange(int4range(next_seq, next_seq + 1))
          where m.user_id = other and m.conversation_id = c.id;
      elsif c.kind = 'direct' and not awaits(other, s.sender_id) and details->>'automatic' is distinct from 'reply' then
        select r.value || jsonb_build_object('userId', m.user_id) into away
          from members m join user_rows r on r.user_id = m.user_id and r.kind = 'away' and r.key = 'reply' and r.value is not null
          where m.conversation_id = c.id and m.user_id <> s.sender_id
            and coalesce((r.value->>'from')::timestamptz <= now(), true) and coalesce((r.value->>'until')::timestamptz > now(), true);
      end if;
      return next;
    end loop;
    if next_seq > c.last_seq then
      update conversations set rev = c.rev + 1, last_seq = next_seq, thread_replies = replies, head_xid = pg_current_xact_id() where id = c.id;
    end if;
  end loop;
end $$`;
