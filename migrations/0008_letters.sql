-- Not breaking. The letters of a case from draft to proven delivery: what was signed by whom, what left the house as which
-- text, and what proves that it was sent.

-- A letter is one more kind of mail. The list only grows, so every stored row still holds.
alter table outgoing_mail
  drop constraint outgoing_mail_kind_check,
  add constraint outgoing_mail_kind_check check (kind in ('receipt', 'digest', 'letter'));
--> statement-breakpoint
-- Document numbers (文号), per organ and year. Taken like case numbers: in a transaction of their own, a gap being the
-- price of an issue that failed.
create table document_number (
  organ_code text not null,
  year int not null check (year between 2000 and 2999),
  last_taken int not null check (last_taken >= 0),
  primary key (organ_code, year)
);
--> statement-breakpoint
create table letter (
  complaint_id uuid not null references complaint (id),
  id uuid not null,
  kind text not null check (kind in ('acceptance', 'rejection', 'transfer', 'supplement', 'extension', 'reply',
    'dispatch-slip', 'urging', 'supervision')),
  state text not null check (state in ('draft', 'signing', 'issued', 'delivered', 'failed', 'bounced', 'superseded')),
  -- How it is told; an internal paper has none. `none`: no way to reach the complainant is known.
  channel text check (channel in ('mail', 'phone', 'post', 'hotline', 'none')),
  -- Goes up with each edit; signatures count for the revision that they were put under.
  revision int not null default 1 check (revision > 0),
  -- What the officer wrote. It may name the complainant, so it is sealed.
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  drafted_by uuid not null references app_user (id),
  drafted_at timestamptz not null,
  edited_at timestamptz not null,
  document_number text unique,
  issued_on date,
  issued_at timestamptz,
  issued_by uuid references app_user (id),
  pdf_sha256 bytea references blob (sha256),
  mail_id uuid references outgoing_mail (id),
  -- When it was proven, failed or came back.
  settled_at timestamptz,
  primary key (complaint_id, id),
  check (num_nulls(issued_on, issued_at, issued_by, pdf_sha256) in (0, 4)),
  check ((state in ('issued', 'delivered', 'failed', 'bounced')) <= (issued_at is not null)),
  check ((state in ('delivered', 'failed', 'bounced')) <= (settled_at is not null)),
  check ((channel is null) = (kind in ('dispatch-slip', 'urging', 'supervision')))
);
--> statement-breakpoint
create unique index letter_by_id on letter (id);
--> statement-breakpoint
create unique index letter_by_mail on letter (mail_id) where mail_id is not null;
--> statement-breakpoint
-- Orders of the hotline whose answer waits to be exported.
create index letter_for_hotline on letter (issued_at) where channel = 'hotline';
--> statement-breakpoint
-- Sealed values move under a new key; nothing else of these rows ever changes, and none is removed.
create function refuse_change_but_sealing() returns trigger language plpgsql as $$
begin
  if tg_op <> 'UPDATE' or to_jsonb(new) - '{key_id,nonce,ciphertext}'::text[]
      is distinct from to_jsonb(old) - '{key_id,nonce,ciphertext}'::text[] then
    raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
--> statement-breakpoint
-- The text as it left the house (canonical form) with its hash: PDF and mail were made from it.
create table letter_text (
  complaint_id uuid not null,
  letter_id uuid not null,
  sha256 bytea not null check (octet_length(sha256) = 32),
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  frozen_at timestamptz not null,
  primary key (complaint_id, letter_id),
  foreign key (complaint_id, letter_id) references letter (complaint_id, id)
);
--> statement-breakpoint
create unique index letter_text_by_id on letter_text (letter_id);
--> statement-breakpoint
create trigger letter_text_append_only before update or delete on letter_text
  for each row execute function refuse_change_but_sealing();
--> statement-breakpoint
create trigger letter_text_no_truncate before truncate on letter_text
  for each statement execute function refuse_change();
--> statement-breakpoint
create table letter_signature (
  complaint_id uuid not null,
  letter_id uuid not null,
  revision int not null,
  step text not null check (step in ('handler', 'unit-head', 'legal-review', 'leader')),
  user_id uuid not null references app_user (id),
  signed_at timestamptz not null,
  -- Of the text that lay before the signer.
  text_sha256 bytea not null check (octet_length(text_sha256) = 32),
  primary key (complaint_id, letter_id, revision, step),
  -- Each step is another person's.
  unique (complaint_id, letter_id, revision, user_id),
  foreign key (complaint_id, letter_id) references letter (complaint_id, id)
);
--> statement-breakpoint
create trigger letter_signature_append_only before update or delete or truncate on letter_signature
  for each statement execute function refuse_change();
--> statement-breakpoint
-- What proves a sending, and what disproves it. The words (what was said on the telephone, the posting record, the mail
-- server's answer) may name the complainant, so they are sealed.
create table letter_proof (
  complaint_id uuid not null,
  id uuid not null,
  letter_id uuid not null,
  kind text not null check (kind in ('letter', 'phone-reply', 'posting', 'hotline-reply', 'duty-not-applicable', 'bounce')),
  at timestamptz not null,
  recorded_at timestamptz not null,
  -- Null: observed by a program.
  recorded_by uuid references app_user (id),
  -- The bounce itself.
  intake_item_id uuid references intake_item (id),
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  primary key (complaint_id, id),
  foreign key (complaint_id, letter_id) references letter (complaint_id, id),
  check ((kind in ('phone-reply', 'posting', 'duty-not-applicable')) <= (recorded_by is not null)),
  check ((kind = 'bounce') = (intake_item_id is not null))
);
--> statement-breakpoint
create unique index letter_proof_by_id on letter_proof (id);
--> statement-breakpoint
create unique index letter_proof_of_bounce on letter_proof (letter_id, intake_item_id) where intake_item_id is not null;
--> statement-breakpoint
create index letter_proof_of_letter on letter_proof (complaint_id, letter_id);
--> statement-breakpoint
create trigger letter_proof_append_only before update or delete on letter_proof
  for each row execute function refuse_change_but_sealing();
--> statement-breakpoint
create trigger letter_proof_no_truncate before truncate on letter_proof
  for each statement execute function refuse_change();
