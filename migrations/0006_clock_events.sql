-- Not breaking. What happened to each clock, what that amounts to, and the calendars that clocks are counted by.
-- An older process that meets a clock without its status is refused, not believed.

-- Appended, never edited; a clock's state is the fold over these (I3). The start of a clock stands on its row alone,
-- so that registering writes nothing more; the first change writes it down as event 1, before the row moves on.
create table clock_event (
  complaint_id uuid not null,
  kind text not null,
  seq int not null check (seq > 0),
  type text not null check (type ~ '^[a-z]+(-[a-z]+)*$'),
  -- When it happened, which may be earlier than when it was recorded.
  at timestamptz not null,
  recorded_at timestamptz not null,
  data jsonb not null,
  primary key (complaint_id, kind, seq),
  foreign key (complaint_id, kind) references clock (complaint_id, kind)
);
--> statement-breakpoint
create trigger clock_event_append_only before update or delete or truncate on clock_event
  for each statement execute function refuse_change();
--> statement-breakpoint
alter table clock
  add column status text not null default 'running' check (status in ('running', 'paused', 'met', 'ended')),
  -- Without the extension; null where there is none.
  add column original_due_on date,
  add column paused_days int not null default 0 check (paused_days >= 0),
  add column extension_days int not null default 0 check (extension_days >= 0),
  -- A supplement is awaited; also on a clock that runs on, because it was overdue when it was asked for.
  add column awaiting_since date,
  -- Closed without a reply.
  add column ended_at timestamptz;
--> statement-breakpoint
update clock set status = 'met' where met_at is not null;
--> statement-breakpoint
alter table clock
  add constraint clock_met check ((status = 'met') = (met_at is not null)),
  add constraint clock_ended check ((status = 'ended') = (ended_at is not null)),
  add constraint clock_extended check ((extension_days > 0) = (original_due_on is not null));
--> statement-breakpoint
-- A clock that stands still cannot become overdue: the board and the sweep go by those that run.
drop index clock_open_by_due;
--> statement-breakpoint
drop index clock_open_of_unit_by_due;
--> statement-breakpoint
create index clock_open_by_due on clock (due_at, complaint_id, kind) include (unit_id, due_on) where status = 'running';
--> statement-breakpoint
create index clock_open_of_unit_by_due on clock (unit_id, due_at, complaint_id, kind) include (due_on) where status = 'running';
--> statement-breakpoint
-- Every calendar that was ever counted by, so that an old due day can be told again. Later rows win.
create table working_calendar (
  id int generated always as identity primary key,
  version text not null unique check (version ~ '^[a-z0-9][a-z0-9.-]{0,39}$'),
  known_through date not null,
  data jsonb not null,
  loaded_at timestamptz not null default now()
);
--> statement-breakpoint
create trigger working_calendar_append_only before update or delete or truncate on working_calendar
  for each statement execute function refuse_change();
