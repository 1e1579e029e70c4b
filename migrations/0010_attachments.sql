-- Not breaking. What was put into the file of a case by hand: scans of letters, papers that visitors brought.

create table attachment (
  complaint_id uuid not null references complaint (id),
  -- From 1, in the order in which they were added; it is the attachment's name in addresses and in history.
  position int not null check (position > 0),
  blob_sha256 bytea not null references blob (sha256),
  -- Told by the bytes, never by the name.
  media_type text not null,
  size_bytes bigint not null check (size_bytes > 0),
  added_by uuid not null references app_user (id),
  added_at timestamptz not null,
  -- The file's name, which may be a person's.
  key_id text not null,
  nonce bytea not null,
  ciphertext bytea not null,
  primary key (complaint_id, position),
  -- The same bytes twice in one case are one attachment, however often a flaky line sends them.
  unique (complaint_id, blob_sha256)
);
