-- Not breaking. What a person confirmed of a complaint: its class and its district, with what had been suggested.

-- Versions: a later look appends, so that a figure of an earlier report can still be traced to what was confirmed then.
create table complaint_classification (
  complaint_id uuid not null references complaint (id),
  version int not null check (version >= 1),
  -- A: about our enforcers' conduct; B: about a regulated body.
  kind text not null check (kind in ('enforcement-conduct', 'regulated-body')),
  -- The main category, one of the nine of the bureau's plan. Exactly one for kind A.
  problem text check (problem in ('campaign', 'uniform', 'rough', 'excessive', 'mechanical', 'profit', 'inaction',
    'arbitrary', 'irregular')),
  other_problems text[] not null default '{}',
  -- Sections and districts are data of the bureau.
  section text check (section ~ '^[a-z0-9-]{1,40}$'),
  district text check (district ~ '^[a-z0-9-]{1,40}$'),
  confirmed_by uuid not null references app_user (id),
  confirmed_at timestamptz not null,
  -- Codes and scores, never words of the complaint; null where no suggestion could be made.
  suggested jsonb,
  primary key (complaint_id, version),
  check (kind <> 'enforcement-conduct' or problem is not null),
  check (problem is not null or other_problems = '{}'),
  check (problem is null or problem <> all (other_problems))
);
--> statement-breakpoint
-- Ids sort by time, so this walks a district's newest cases.
create index complaint_classification_by_district on complaint_classification (district, complaint_id desc)
  where district is not null;
--> statement-breakpoint
create trigger complaint_classification_append_only before update or delete or truncate on complaint_classification
  for each statement execute function refuse_change();
