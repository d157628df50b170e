-- Settings of the office, accounts, and the trail of what was done.
CREATE TABLE setting (
  name  TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE TABLE user_account (
  id            TEXT   NOT NULL PRIMARY KEY,
  login         TEXT   NOT NULL,
  name          TEXT   NOT NULL,
  role          TEXT   NOT NULL,
  password      TEXT   NOT NULL,             -- argon2id, PHC string
  active        BIGINT NOT NULL DEFAULT 1,
  failures      BIGINT NOT NULL DEFAULT 0,   -- wrong passwords since the last good one
  blocked_until TEXT   NOT NULL DEFAULT '',  -- RFC 3339 UTC
  created_at    TEXT   NOT NULL
);
CREATE UNIQUE INDEX user_account_login ON user_account (login);

CREATE TABLE audit_entry (
  id        TEXT NOT NULL PRIMARY KEY,
  at        TEXT NOT NULL,
  user_id   TEXT NOT NULL,
  user_name TEXT NOT NULL,
  action    TEXT NOT NULL,
  subject   TEXT NOT NULL,
  detail    TEXT NOT NULL
);
CREATE INDEX audit_entry_at ON audit_entry (at);
CREATE INDEX audit_entry_subject ON audit_entry (subject, at);
CREATE TRIGGER audit_entry_no_update BEFORE UPDATE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END;
CREATE TRIGGER audit_entry_no_delete BEFORE DELETE ON audit_entry BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END;
