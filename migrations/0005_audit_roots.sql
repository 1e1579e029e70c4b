-- Not breaking. Daily roots over the history of all cases, so that a case which disappears as a whole shows (I5).

-- One row per civil day of Asia/Shanghai. It covers the last event (the tail) of every case that has one newer than
-- the roots before it cover; and as each root carries the hash of the one before it, it covers all cases.
create table history_root (
  day date primary key,
  -- Cases covered by this root and those before it.
  case_count int not null check (case_count >= 0),
  tail_count int not null check (tail_count between 0 and case_count),
  -- SHA-256 of one line per tail of the day in the order of the case ids: complaint_id|seq|hash in hexadecimal.
  tails_hash bytea not null check (octet_length(tails_hash) = 32),
  made_at timestamptz not null,
  prev_hash bytea,
  hash bytea not null
);
--> statement-breakpoint
-- Which tails each root covers. Written down because it cannot be told afterwards: an event that was recorded before
-- midnight may be committed after it, and clocks of two hosts differ. No foreign key: a witness outlives what it saw.
create table history_root_tail (
  complaint_id uuid not null,
  seq int not null check (seq > 0),
  day date not null,
  hash bytea not null,
  primary key (complaint_id, seq)
);
--> statement-breakpoint
create unique index history_root_tail_of_day on history_root_tail (day, complaint_id);
--> statement-breakpoint
-- Chains a new root to the one before it. No day is left out, so that a root which was removed leaves a gap.
create function chain_history_root() returns trigger language plpgsql as $$
declare
  last record;
begin
  select day, hash into last from history_root order by day desc limit 1;
  if new.day <> last.day + 1 then
    raise exception 'the root of % does not follow that of %', new.day, last.day using errcode = 'restrict_violation';
  end if;
  new.prev_hash := last.hash;
  new.hash := sha256(convert_to(concat_ws('|',
    coalesce(encode(new.prev_hash, 'hex'), ''),
    to_char(new.day, 'YYYY-MM-DD'),
    new.case_count::text,
    new.tail_count::text,
    encode(new.tails_hash, 'hex'),
    to_char(new.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')), 'UTF8'));
  return new;
end $$;
--> statement-breakpoint
create trigger history_root_chain before insert on history_root
  for each row execute function chain_history_root();
--> statement-breakpoint
create trigger history_root_append_only before update or delete or truncate on history_root
  for each statement execute function refuse_change();
--> statement-breakpoint
create trigger history_root_tail_append_only before update or delete or truncate on history_root_tail
  for each statement execute function refuse_change();
