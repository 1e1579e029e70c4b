-- Not breaking. What came in by each channel, before and after it became a case.

create table intake_item (
  id uuid primary key,
  channel text not null check (channel in ('mailbox', 'hotline', 'phone')),
  -- mailbox: sha256 of the raw mail · hotline: order number · phone: the id made by the page. One source, one item (I2).
  source_key text not null check (char_length(source_key) between 1 and 300),
  received_at timestamptz not null,
  stored_at timestamptz not null,
  blob_sha256 bytea references blob (sha256),
  state text not null check (state in ('pending', 'registered', 'attached', 'filed', 'quarantined')),
  kind text,
  complaint_id uuid references complaint (id),
  reason text,
  warnings jsonb not null default '[]',
  attempts int not null default 0,
  next_attempt_at timestamptz not null,
  decided_at timestamptz,
  -- hotline: hash of the row as last imported, to tell a changed order from an unchanged one.
  content_hash bytea,
  -- hotline: the import that first brought the order, and the one that last changed it (null while unchanged), so
  -- that an import which is killed and run again counts the same rows as new.
  first_import_id uuid,
  content_import_id uuid,
  unique (channel, source_key),
  check ((state in ('registered', 'attached')) = (complaint_id is not null))
);
--> statement-breakpoint
create index intake_item_pending on intake_item (next_attempt_at, id) where state = 'pending';
--> statement-breakpoint
create index intake_item_waiting_for_person on intake_item (received_at desc) where state = 'quarantined';
--> statement-breakpoint
create index intake_item_by_complaint on intake_item (complaint_id) where complaint_id is not null;
--> statement-breakpoint
-- Where each stored mail was seen on the server. The same bytes in a second folder are the same item.
create table mail_location (
  mailbox_id text not null,
  folder text not null,
  uid_validity bigint not null,
  uid bigint not null,
  intake_item_id uuid not null references intake_item (id),
  primary key (mailbox_id, folder, uid_validity, uid)
);
--> statement-breakpoint
create table mail_folder_cursor (
  mailbox_id text not null,
  folder text not null,
  uid_validity bigint not null,
  last_uid bigint not null,
  stored_count bigint not null default 0,
  polled_at timestamptz not null,
  primary key (mailbox_id, folder)
);
--> statement-breakpoint
create table mailbox_status (
  mailbox_id text primary key,
  state text not null check (state in ('not-configured', 'connecting', 'polling', 'failing')),
  problem text,
  state_since timestamptz not null,
  last_good_poll_at timestamptz
);
--> statement-breakpoint
-- Message-IDs of mails that belong to a case, ours and theirs, so that an answer finds its case. A hint, not a key:
-- the same id may come with other bytes.
create table case_message (
  message_id_hash bytea not null,
  complaint_id uuid not null references complaint (id),
  primary key (message_id_hash, complaint_id)
);
--> statement-breakpoint
create table hotline_import (
  id uuid primary key,
  file_name text not null,
  blob_sha256 bytea not null references blob (sha256),
  dry_run boolean not null,
  state text not null check (state in ('waiting', 'running', 'done', 'unreadable')),
  started_by uuid references app_user (id),
  started_at timestamptz not null,
  -- When its worker last gave a sign of life; a silent import is taken over.
  progress_at timestamptz not null,
  finished_at timestamptz,
  problem text,
  rows_total int not null default 0,
  rows_new int not null default 0,
  rows_changed int not null default 0,
  rows_unchanged int not null default 0,
  rows_rejected int not null default 0,
  rejected jsonb not null default '[]'
);
--> statement-breakpoint
create index hotline_import_newest on hotline_import (started_at desc);
--> statement-breakpoint
create index hotline_import_unfinished on hotline_import (progress_at) where state in ('waiting', 'running');
--> statement-breakpoint
alter table intake_item
  add foreign key (first_import_id) references hotline_import (id),
  add foreign key (content_import_id) references hotline_import (id);
--> statement-breakpoint
-- A call being written down. It names a person, so it is encrypted; it belongs to the officer who types.
create table phone_draft (
  id uuid primary key,
  officer_id uuid not null references app_user (id),
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  saved_at timestamptz not null
);
--> statement-breakpoint
create index phone_draft_of_officer on phone_draft (officer_id, saved_at desc);
