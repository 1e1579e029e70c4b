-- Not breaking. The register: complaints, who sent them (apart and encrypted), whom they accuse, their clocks, their history.

-- Numbers are taken in a short transaction of their own, so that registrations never wait for each other;
-- a registration that fails leaves a gap, never a second owner.
create table complaint_number (
  year int primary key check (year between 2000 and 2999),
  last_taken int not null check (last_taken >= 0)
);
--> statement-breakpoint
create table complaint (
  id uuid primary key,
  -- Compared byte by byte, so that its one index serves "starts with" too.
  number text collate "C" not null unique check (number ~ '^[A-Z]{2,6}-[0-9]{4}-[0-9]{6,}$'),
  channel text not null check (channel in ('mailbox', 'hotline', 'phone')),
  state text not null check (state in ('registered', 'replied', 'closed')),
  received_at timestamptz not null,
  registered_at timestamptz not null,
  registered_by uuid references app_user (id),
  subject text not null check (char_length(subject) <= 400),
  content text not null,
  demand text not null default '',
  place text not null default '',
  category text not null default '',
  external_number text,
  is_anonymous boolean not null default false,
  wants_secrecy boolean not null default false,
  handling_unit_id uuid not null references unit (id),
  handler_id uuid references app_user (id),
  -- The target of the clocks' copy of the unit, see clock.
  unique (id, handling_unit_id)
);
--> statement-breakpoint
create index complaint_newest on complaint (received_at desc, id desc);
--> statement-breakpoint
create index complaint_newest_of_unit on complaint (handling_unit_id, received_at desc, id desc);
--> statement-breakpoint
-- Who sent it. Encrypted as one JSON value; the keyed hashes find the same phone or mailbox again without opening it.
create table complaint_identity (
  complaint_id uuid primary key references complaint (id),
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  phone_hash bytea,
  email_hash bytea
);
--> statement-breakpoint
create index complaint_identity_by_phone on complaint_identity (phone_hash) where phone_hash is not null;
--> statement-breakpoint
create index complaint_identity_by_email on complaint_identity (email_hash) where email_hash is not null;
--> statement-breakpoint
-- Whom it accuses. A unit or person named here is shut out of the case by every query (recusal, 回避).
create table complaint_accused (
  complaint_id uuid not null references complaint (id),
  position int not null,
  text text not null,
  unit_id uuid references unit (id),
  user_id uuid references app_user (id),
  primary key (complaint_id, position)
);
--> statement-breakpoint
create index complaint_accused_unit on complaint_accused (unit_id, complaint_id) where unit_id is not null;
--> statement-breakpoint
create index complaint_accused_user on complaint_accused (user_id, complaint_id) where user_id is not null;
--> statement-breakpoint
-- How a due day was reached, step by step. Named by the SHA-256 of its text (json keeps every byte): complaints of one
-- day share one explanation, and it stays readable after calendar or policy have changed.
create table deadline_explanation (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  steps json not null
);
--> statement-breakpoint
create table clock (
  complaint_id uuid not null references complaint (id),
  kind text not null check (kind in ('procedural', 'substantive', 'hotline')),
  -- The handling unit's id, copied so that a unit's board is one index range. The database itself keeps the copy
  -- right: the key below follows every change of the complaint's unit.
  unit_id uuid not null,
  started_at timestamptz not null,
  policy text not null,
  calendar_version text not null,
  nominal_on date not null,
  due_on date not null,
  due_at timestamptz not null,
  provisional boolean not null,
  explanation bytea not null references deadline_explanation (sha256),
  met_at timestamptz,
  primary key (complaint_id, kind),
  foreign key (complaint_id, unit_id) references complaint (id, handling_unit_id) on update cascade,
  check (due_on >= nominal_on or kind = 'hotline')
);
--> statement-breakpoint
-- The included columns are what the board's counts ask of a clock, so that counting reads these two alone.
create index clock_open_by_due on clock (due_at, complaint_id, kind) include (unit_id, due_on) where met_at is null;
--> statement-breakpoint
create index clock_open_of_unit_by_due on clock (unit_id, due_at, complaint_id, kind) include (due_on) where met_at is null;
--> statement-breakpoint
-- What happened to a case, in order. Appended, never edited; each row carries the hash of the one before it.
create table history_event (
  complaint_id uuid not null references complaint (id),
  seq int not null,
  type text not null check (type ~ '^[a-z_]+\.[a-z_]+$'),
  at timestamptz not null,
  recorded_at timestamptz not null,
  actor_id uuid references app_user (id),
  data jsonb not null default '{}',
  prev_hash bytea,
  hash bytea not null,
  primary key (complaint_id, seq)
);
--> statement-breakpoint
-- What an event proves: its own words and the hash of the one before it.
create function hash_history_event(prev_hash bytea, complaint_id uuid, seq int, type text, at timestamptz,
    recorded_at timestamptz, actor_id uuid, data jsonb) returns bytea stable language sql
  return sha256(convert_to(concat_ws('|',
    coalesce(encode(prev_hash, 'hex'), ''),
    complaint_id::text,
    seq::text,
    type,
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
    coalesce(actor_id::text, ''),
    data::text), 'UTF8'));
--> statement-breakpoint
-- Numbers and chains a new event. The lock on the complaint makes writers of one case wait for each other, so that
-- no two take the same place; writers of different cases never meet. Callers that append for many cases at once
-- do so in the order of their ids, or two of them could wait for each other for ever.
create function chain_history_event() returns trigger language plpgsql as $$
declare
  tail record;
begin
  perform 1 from complaint where id = new.complaint_id for no key update;
  select seq, hash into tail from history_event
    where complaint_id = new.complaint_id order by seq desc limit 1;
  new.seq := coalesce(tail.seq, 0) + 1;
  new.prev_hash := tail.hash;
  new.hash := hash_history_event(new.prev_hash, new.complaint_id, new.seq, new.type, new.at, new.recorded_at,
    new.actor_id, new.data);
  return new;
end $$;
--> statement-breakpoint
-- Registering writes the first event of a new case with its place and hash: there is nothing before it to look for or to
-- wait for, and the primary key lets nobody have that place a second time.
create trigger history_event_chain before insert on history_event
  for each row when (new.seq <> 1) execute function chain_history_event();
--> statement-breakpoint
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger history_event_append_only before update or delete or truncate on history_event
  for each statement execute function refuse_change();
