-- Who follows which place: schemes say what kinds of assignment there are, decisions start and end assignments.
CREATE TABLE scheme (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  preset     TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
);

CREATE TABLE scheme_kind (
  id           TEXT   NOT NULL PRIMARY KEY,
  scheme_id    TEXT   NOT NULL REFERENCES scheme (id),
  code         TEXT   NOT NULL,               -- A1 … A12 or the office's own
  name         TEXT   NOT NULL,
  verb         TEXT   NOT NULL,               -- "theo dõi, hỗ trợ": printed before the place
  target_tree  TEXT   NOT NULL,               -- hanhchinh, dang
  target_types TEXT   NOT NULL DEFAULT '[]',  -- JSON list of unit types; empty = every type of the tree
  exactly_one  BIGINT NOT NULL DEFAULT 1,     -- at most one primary for a place at a time
  coverage     BIGINT NOT NULL DEFAULT 0,     -- every place of these types has to have one
  team         BIGINT NOT NULL DEFAULT 0,     -- done by a team instead of one officer
  sort_order   BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX scheme_kind_code ON scheme_kind (scheme_id, code);

CREATE TABLE decision (
  id             TEXT   NOT NULL PRIMARY KEY,
  number         TEXT   NOT NULL DEFAULT '',
  symbol         TEXT   NOT NULL DEFAULT '',  -- "QĐ/ĐU"
  doc_date       TEXT   NOT NULL DEFAULT '',
  issuer         TEXT   NOT NULL DEFAULT '',
  subject        TEXT   NOT NULL DEFAULT '',
  effective_date TEXT   NOT NULL DEFAULT '',
  action         TEXT   NOT NULL,             -- phan_cong, dieu_chinh, ket_thuc, thay_the
  line_total     BIGINT NOT NULL DEFAULT 0,   -- total typed from the annex
  state          TEXT   NOT NULL,             -- du_thao, ban_hanh
  note           TEXT   NOT NULL DEFAULT '',
  lines          TEXT   NOT NULL DEFAULT '[]', -- the annex as typed (JSON), however incomplete while a draft
  line_count     BIGINT NOT NULL DEFAULT 0,    -- lines typed so far
  fold           TEXT   NOT NULL DEFAULT '',
  created_at     TEXT   NOT NULL,
  deleted_at     TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX decision_date ON decision (doc_date);

CREATE TABLE team (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  fold       TEXT NOT NULL DEFAULT '',
  sort_key   TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
);

CREATE TABLE team_member (
  id         TEXT   NOT NULL PRIMARY KEY,
  team_id    TEXT   NOT NULL REFERENCES team (id),
  officer_id TEXT   NOT NULL REFERENCES officer (id),
  lead       BIGINT NOT NULL DEFAULT 0,
  valid_from TEXT   NOT NULL,
  valid_to   TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX team_member_team ON team_member (team_id);
CREATE INDEX team_member_officer ON team_member (officer_id);

CREATE TABLE assignment (
  id           TEXT   NOT NULL PRIMARY KEY,
  kind_id      TEXT   NOT NULL REFERENCES scheme_kind (id),
  officer_id   TEXT   NOT NULL DEFAULT '',
  team_id      TEXT   NOT NULL DEFAULT '',
  target_id    TEXT   NOT NULL REFERENCES unit (id),
  is_primary   BIGINT NOT NULL DEFAULT 1,
  duty_text    TEXT   NOT NULL DEFAULT '',
  valid_from   TEXT   NOT NULL,
  valid_to     TEXT   NOT NULL DEFAULT '',   -- first day no longer in charge; '' = open
  end_reason   TEXT   NOT NULL DEFAULT '',
  end_note     TEXT   NOT NULL DEFAULT '',
  decision_in  TEXT   NOT NULL REFERENCES decision (id),
  decision_out TEXT   NOT NULL DEFAULT '',
  sort_order   BIGINT NOT NULL DEFAULT 0,
  note         TEXT   NOT NULL DEFAULT '',
  deleted_at   TEXT   NOT NULL DEFAULT '',
  CHECK ((officer_id = '') <> (team_id = '')),
  CHECK (valid_to = '' OR valid_to > valid_from)
);
CREATE INDEX assignment_target ON assignment (target_id, kind_id, valid_from);
CREATE INDEX assignment_officer ON assignment (officer_id, valid_from);
CREATE INDEX assignment_team ON assignment (team_id);
CREATE INDEX assignment_kind ON assignment (kind_id, valid_from);
CREATE INDEX assignment_decision ON assignment (decision_in);
CREATE INDEX assignment_decision_out ON assignment (decision_out);
