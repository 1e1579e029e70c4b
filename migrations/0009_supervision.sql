-- Not breaking. Urgings and supervision orders (催办, 督办): what a supervisor asks of the units that handle one or many
-- cases, until when they answer, and what became of it. A digest can now tell of an order as well as of a clock.

-- The last number of each kind and year. Taken in the transaction of the order itself: orders are few, and their numbers
-- have no gaps.
create table supervision_number (
  kind text not null check (kind in ('urging', 'supervision')),
  year int not null check (year between 2000 and 2999),
  last_taken int not null check (last_taken >= 1),
  primary key (kind, year)
);
--> statement-breakpoint
create table supervision_order (
  id uuid primary key,
  kind text not null check (kind in ('urging', 'supervision')),
  number text not null unique,
  issued_by uuid not null references app_user (id),
  issued_at timestamptz not null,
  -- Why; an urging needs no reason but the day that has passed.
  reason text not null default '' check (char_length(reason) <= 1000),
  instruction text not null check (char_length(instruction) between 1 and 2000),
  -- As asked for; the day itself stands on each case, for one that is due soon has less time.
  working_days int not null check (working_days between 1 and 30),
  check (kind = 'urging' or reason <> '')
);
--> statement-breakpoint
create index supervision_order_newest on supervision_order (issued_at desc, id desc);
--> statement-breakpoint
create table supervision_order_case (
  complaint_id uuid not null references complaint (id),
  order_id uuid not null references supervision_order (id),
  -- The handling unit at the time of the order; the case may have gone to another since.
  unit_id uuid not null references unit (id),
  -- What an urging is about: the clock that was overdue, as it stood then.
  urged_clock text check (urged_clock in ('procedural', 'substantive', 'hotline')),
  urged_due_on date,
  -- As the order told it; the paper says so for ever.
  first_answer_by date not null,
  -- The inner due day that holds now: a later one when the answer was sent back.
  answer_by date not null,
  answer_by_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'answered', 'accepted', 'sent_back')),
  -- The last answer and its review; those before stand in the history of the case.
  answer text check (char_length(answer) <= 4000),
  answered_by uuid references app_user (id),
  answered_at timestamptz,
  review text check (char_length(review) <= 1000),
  reviewed_by uuid references app_user (id),
  reviewed_at timestamptz,
  -- That the inner due day has passed was told; empty again when a new day is set.
  reminded_at timestamptz,
  primary key (complaint_id, order_id),
  check ((urged_clock is null) = (urged_due_on is null)),
  check ((answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)),
  check ((reviewed_by is null) = (reviewed_at is null)),
  check (state = 'open' or answer is not null)
);
--> statement-breakpoint
create index supervision_order_case_of_order on supervision_order_case (order_id);
--> statement-breakpoint
create index supervision_order_case_of_unit on supervision_order_case (unit_id, order_id);
--> statement-breakpoint
-- What the sweep asks: who owes an answer, is late with it, and was not told yet.
create index supervision_order_case_owed on supervision_order_case (answer_by_at)
  where state in ('open', 'sent_back') and reminded_at is null;
--> statement-breakpoint
-- A notice is of a clock or of an order, never of both. For one of an order, rung_code says on which occasion.
alter table notice
  add column order_id uuid,
  alter column clock_kind drop not null,
  add constraint notice_of_clock_or_order check ((clock_kind is null) = (order_id is not null)),
  add constraint notice_of_order_case foreign key (complaint_id, order_id)
    references supervision_order_case (complaint_id, order_id);
--> statement-breakpoint
-- Once each, whoever runs the sweep and however often.
create unique index notice_of_order_once on notice (complaint_id, order_id, due_on, rung_code, recipient_id)
  where order_id is not null;
