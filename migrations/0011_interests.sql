-- Not breaking. Recusal that a person decides: who declared an interest, who was named as accused, who was not.

-- Declared interest (回避). Shut out from the declaration on, until it is decided that there is none.
create table declared_interest (
  complaint_id uuid not null references complaint (id),
  user_id uuid not null references app_user (id),
  declared_at timestamptz not null,
  id uuid not null unique,
  reason text not null check (char_length(reason) between 1 and 1000),
  -- Given back when there is none: they were the handler, and then nobody was.
  was_handler boolean not null,
  decided_by uuid references app_user (id),
  decided_at timestamptz,
  decision text check (decision in ('recused', 'no-interest')),
  -- First the case, as everywhere; a reader's own are found by the index below.
  primary key (complaint_id, user_id, declared_at),
  check ((decision is null) = (decided_at is null) and (decision is null) = (decided_by is null)),
  check (decided_by <> user_id)
);
--> statement-breakpoint
-- Nobody declares twice before the first is decided.
create unique index declared_interest_undecided on declared_interest (complaint_id, user_id) where decision is null;
--> statement-breakpoint
create index declared_interest_of_user on declared_interest (user_id, complaint_id);
--> statement-breakpoint
-- What a person decided about whom the case accuses, with the reason, which may name people: the history has ids only.
-- complaint_accused says how it stands; this says how it came to stand so, and which suggestions were looked at.
create table accused_decision (
  complaint_id uuid not null references complaint (id),
  position int not null,
  decision text not null check (decision in ('named', 'withdrawn', 'not-accused')),
  -- The row of complaint_accused that was written or removed; null for a suggestion that was turned down.
  accused_position int,
  unit_id uuid references unit (id),
  user_id uuid references app_user (id),
  text text not null,
  reason text not null check (char_length(reason) between 1 and 1000),
  decided_by uuid not null references app_user (id),
  decided_at timestamptz not null,
  primary key (complaint_id, position),
  check ((decision = 'not-accused') = (accused_position is null))
);
--> statement-breakpoint
create trigger accused_decision_append_only before update or delete or truncate on accused_decision
  for each statement execute function refuse_change();
--> statement-breakpoint
-- A digest that waits is checked again before it leaves: what it tells of, by its own id.
create index notice_of_mail on notice (mail_id) where mail_id is not null;
--> statement-breakpoint
-- The auditor reads by day. Events come in about the order of time, so a block range says where a day lies and costs
-- registering next to nothing.
create index history_event_by_day on history_event using brin (recorded_at) with (pages_per_range = 32);
