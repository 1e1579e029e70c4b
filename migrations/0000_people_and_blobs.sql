-- Not breaking. Units, the people who work in them, their sessions, and the store of raw bytes.

create table unit (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Za-z0-9-]{1,32}$'),
  name text not null unique check (char_length(name) between 1 and 100),
  kind text not null check (kind in ('bureau', 'section', 'county')),
  parent_id uuid references unit (id),
  aliases text[] not null default '{}',
  is_intake_owner boolean not null default false
);
--> statement-breakpoint
-- Exactly one unit owns the intake (the office, 办公室): new cases without another home are its own.
create unique index unit_one_intake_owner on unit (is_intake_owner) where is_intake_owner;
--> statement-breakpoint
create table app_user (
  id uuid primary key,
  login text not null unique check (login ~ '^[a-z0-9._-]{2,64}$'),
  display_name text not null check (char_length(display_name) between 1 and 60),
  role text not null check (role in ('intake_officer', 'handler', 'unit_head', 'supervisor', 'bureau_leader', 'admin')),
  unit_id uuid not null references unit (id),
  email text,
  password_hash text not null,
  password_must_change boolean not null default true,
  disabled_at timestamptz,
  created_at timestamptz not null
);
--> statement-breakpoint
create index app_user_by_unit_role on app_user (unit_id, role) where disabled_at is null;
--> statement-breakpoint
-- Only the hash of a session id is kept, so that a read of this table lets nobody in.
create table web_session (
  id_hash bytea primary key check (octet_length(id_hash) = 32),
  user_id uuid references app_user (id) on delete cascade,
  data jsonb not null,
  expires_at timestamptz not null
);
--> statement-breakpoint
create index web_session_by_expiry on web_session (expires_at);
--> statement-breakpoint
-- Raw mails and spreadsheets, AES-256-GCM (tag appended), named by the SHA-256 of their plain bytes.
create table blob (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  media_type text not null,
  size_bytes bigint not null check (size_bytes >= 0),
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  stored_at timestamptz not null
);
--> statement-breakpoint
-- Ciphertext does not compress; trying costs time for nothing.
alter table blob alter column ciphertext set storage external;
--> statement-breakpoint
create table idempotency_record (
  user_id uuid not null references app_user (id) on delete cascade,
  key text not null check (char_length(key) between 1 and 200),
  request_hash bytea not null,
  status int,
  body jsonb,
  created_at timestamptz not null,
  primary key (user_id, key)
);
