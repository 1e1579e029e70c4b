-- Not breaking. The escalation ladder's rungs, the notices they cause, the mails that leave, and the outbox.

create table escalation_rung (
  complaint_id uuid not null,
  clock_kind text not null,
  due_on date not null,
  code text not null check (code ~ '^[a-z0-9-]+$'),
  fires_at timestamptz not null,
  state text not null default 'armed' check (state in ('armed', 'fired', 'superseded', 'cancelled')),
  settled_at timestamptz,
  -- No rung fires twice for one clock and one due day (DOMAIN §8.7): there is only one row that could.
  primary key (complaint_id, clock_kind, due_on, code),
  foreign key (complaint_id, clock_kind) references clock (complaint_id, kind),
  check ((state = 'armed') = (settled_at is null))
);
--> statement-breakpoint
create index escalation_rung_armed on escalation_rung (fires_at) where state = 'armed';
--> statement-breakpoint
create table notice (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  recipient_id uuid not null references app_user (id),
  clock_kind text not null,
  due_on date not null,
  rung_code text not null,
  created_at timestamptz not null,
  mail_id uuid,
  withheld_reason text,
  -- Once each, whoever runs the sweep and however often.
  unique (complaint_id, clock_kind, due_on, rung_code, recipient_id)
);
--> statement-breakpoint
create index notice_waiting on notice (recipient_id, created_at) where mail_id is null and withheld_reason is null;
--> statement-breakpoint
create index notice_of_complaint on notice (complaint_id);
--> statement-breakpoint
-- Composed mails (receipts, digests). Address and text are encrypted; the key makes composing twice impossible.
create table outgoing_mail (
  id uuid primary key,
  key text not null unique,
  kind text not null check (kind in ('receipt', 'digest')),
  complaint_id uuid references complaint (id),
  recipient_id uuid references app_user (id),
  -- Keyed hash of the address, to count what went there without opening anything.
  address_hash bytea not null,
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed')),
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  last_response text,
  created_at timestamptz not null,
  sent_at timestamptz
);
--> statement-breakpoint
create index outgoing_mail_queued on outgoing_mail (next_attempt_at) where state = 'queued';
--> statement-breakpoint
create index outgoing_mail_receipts_to on outgoing_mail (address_hash, created_at) where kind = 'receipt';
--> statement-breakpoint
alter table notice add foreign key (mail_id) references outgoing_mail (id);
--> statement-breakpoint
create table outbox (
  id bigint generated always as identity primary key,
  job text not null,
  key text not null check (key ~ '^[A-Za-z0-9.-]+$'),
  payload jsonb not null,
  created_at timestamptz not null default now(),
  relayed_at timestamptz,
  unique (job, key)
);
--> statement-breakpoint
create index outbox_waiting on outbox (id) where relayed_at is null;
--> statement-breakpoint
create function announce_outbox_row() returns trigger language plpgsql as $$
begin
  notify jieban_outbox;
  return null;
end $$;
--> statement-breakpoint
create trigger outbox_announce after insert on outbox
  for each statement execute function announce_outbox_row();
