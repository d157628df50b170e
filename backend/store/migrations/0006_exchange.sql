-- Imports that can be taken back: one row per import, one row per record it touched with its state before and after.
CREATE TABLE import_batch (
  id         TEXT   NOT NULL PRIMARY KEY,
  kind       TEXT   NOT NULL,               -- units, officers
  file_name  TEXT   NOT NULL,
  file_hash  TEXT   NOT NULL,               -- SHA-256 of the file, hex
  as_of      TEXT   NOT NULL,               -- the day from which the list counts
  source     TEXT   NOT NULL DEFAULT '',
  row_count  BIGINT NOT NULL,               -- rows of the list
  created    BIGINT NOT NULL,
  changed    BIGINT NOT NULL,
  closed     BIGINT NOT NULL,
  made_at    TEXT   NOT NULL,
  made_by    TEXT   NOT NULL DEFAULT '',
  undone_at  TEXT   NOT NULL DEFAULT '',
  kept       BIGINT NOT NULL DEFAULT 0      -- records that stayed at the undo because they were edited or used since
);
CREATE INDEX import_batch_time ON import_batch (made_at);
CREATE INDEX import_batch_hash ON import_batch (file_hash, as_of);

CREATE TABLE import_change (
  id        TEXT   NOT NULL PRIMARY KEY,
  batch_id  TEXT   NOT NULL REFERENCES import_batch (id),
  item      BIGINT NOT NULL,                -- what is taken back together: one line of the list
  label     TEXT   NOT NULL,                -- how the line is named to a person
  record    TEXT   NOT NULL,                -- kind of record
  record_id TEXT   NOT NULL,
  before    TEXT   NOT NULL,                -- JSON; '' = the record did not exist
  after     TEXT   NOT NULL                 -- JSON
);
CREATE INDEX import_change_batch ON import_change (batch_id, item);
