-- Phrases the office uses again and again in its long texts. Kind '' fits every text.
CREATE TABLE phrase (
  id         TEXT NOT NULL PRIMARY KEY,
  kind       TEXT NOT NULL DEFAULT '',
  text       TEXT NOT NULL,
  fold       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL,
  deleted_at TEXT NOT NULL DEFAULT ''
);
