-- Not breaking. What the moves of a case leave behind beside its state: what was decided, asked for, granted. A case that
-- nobody has moved has no row in any of these, so that registering stays as cheap as it is.

create table case_standing (
  complaint_id uuid primary key references complaint (id),
  -- Acceptance was decided once; it outlives a return, a redo and a merge that is undone.
  is_accepted boolean not null default false,
  was_supplement_asked boolean not null default false,
  supplement_due_on date,
  supplement_asked_by uuid references app_user (id),
  dispatched_on date,
  is_designated boolean not null default false,
  suspension_plan text,
  suspension_review_on date,
  suspension_approved_by uuid references app_user (id),
  inner_due_on date,
  reopened_count int not null default 0 check (reopened_count >= 0),
  merged_into uuid references complaint (id) check (merged_into <> complaint_id),
  draft_text text,
  draft_submitted_by uuid references app_user (id),
  -- Never by the officer who wrote it.
  draft_approved_by uuid references app_user (id) check (draft_approved_by <> draft_submitted_by),
  check (num_nulls(suspension_plan, suspension_review_on, suspension_approved_by) in (0, 3)),
  check (num_nulls(draft_text, draft_submitted_by) in (0, 2)),
  check (draft_approved_by is null or draft_text is not null)
);
--> statement-breakpoint
create index case_standing_merged_into on case_standing (merged_into) where merged_into is not null;
--> statement-breakpoint
-- What one officer asks for and another decides: extension (延期), suspension (挂账), joint handling (协办).
create table case_request (
  id uuid primary key,
  complaint_id uuid not null references complaint (id),
  kind text not null check (kind in ('extension', 'suspension', 'joint')),
  requested_by uuid not null references app_user (id),
  requested_at timestamptz not null,
  reason text not null,
  days int check (days between 1 and 30),
  plan text,
  review_on date,
  unit_id uuid references unit (id),
  decision text check (decision in ('granted', 'refused', 'lapsed')),
  decided_by uuid references app_user (id),
  decided_at timestamptz,
  -- Nobody grants what they asked for themselves.
  check (decision is distinct from 'granted' or decided_by <> requested_by),
  check (num_nulls(decision, decided_by, decided_at) in (0, 3)),
  check ((kind = 'extension') = (days is not null)),
  check ((kind = 'suspension') = (plan is not null and review_on is not null)),
  check ((kind = 'joint') = (unit_id is not null))
);
--> statement-breakpoint
create unique index case_request_waiting on case_request (complaint_id, kind) where decision is null;
--> statement-breakpoint
-- Units that help the handling unit (协办); it alone answers for the case.
create table joint_unit (
  complaint_id uuid not null references complaint (id),
  unit_id uuid not null references unit (id),
  granted_by uuid not null references app_user (id),
  granted_at timestamptz not null,
  primary key (complaint_id, unit_id)
);
--> statement-breakpoint
-- Letters of a case, not its receipts: what may still bounce keeps it out of the archive.
create index outgoing_mail_letters on outgoing_mail (complaint_id) where kind not in ('receipt', 'digest');
