-- Officers: holders of a public or Party post, the only natural persons of the records. Name, posts, committees, work
-- phone; nothing else about a person is ever stored.
CREATE TABLE officer (
  id         TEXT NOT NULL PRIMARY KEY,
  full_name  TEXT NOT NULL,
  fold       TEXT NOT NULL,             -- searched
  sort_key   TEXT NOT NULL,             -- by tên, then họ đệm
  work_phone TEXT NOT NULL DEFAULT '',
  note       TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  deleted_at TEXT NOT NULL DEFAULT ''   -- in the bin since; '' = live
);
CREATE INDEX officer_order ON officer (sort_key);
CREATE INDEX officer_fold ON officer (fold);

CREATE TABLE post_holding (
  id         TEXT   NOT NULL PRIMARY KEY,
  officer_id TEXT   NOT NULL REFERENCES officer (id),
  label      TEXT   NOT NULL,             -- "Bí thư Đảng ủy": printed when valid on the day
  org_id     TEXT   NOT NULL DEFAULT '',  -- unit of either tree, or ''
  org_text   TEXT   NOT NULL DEFAULT '',  -- organisation outside both trees
  valid_from TEXT   NOT NULL DEFAULT '',
  valid_to   TEXT   NOT NULL DEFAULT '',
  rank       BIGINT NOT NULL DEFAULT 0,   -- protocol order, 1 first; 0 = none
  source     TEXT   NOT NULL DEFAULT '',
  fold       TEXT   NOT NULL DEFAULT ''   -- label and organisation, searched
);
CREATE INDEX post_holding_officer ON post_holding (officer_id, valid_from);
CREATE INDEX post_holding_org ON post_holding (org_id);

CREATE TABLE term (
  id         TEXT NOT NULL PRIMARY KEY,
  label      TEXT NOT NULL,             -- "2025–2030"
  level      TEXT NOT NULL,             -- tinh, huyen, xa
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX term_label ON term (level, label);

CREATE TABLE committee_member (
  id         TEXT   NOT NULL PRIMARY KEY,
  officer_id TEXT   NOT NULL REFERENCES officer (id),
  term_id    TEXT   NOT NULL REFERENCES term (id),
  body       TEXT   NOT NULL,             -- BCH, BTV, THUONG_TRUC, UBKT
  position   TEXT   NOT NULL DEFAULT '',
  rank       BIGINT NOT NULL DEFAULT 0,
  valid_from TEXT   NOT NULL,
  valid_to   TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX committee_member_officer ON committee_member (officer_id);
CREATE INDEX committee_member_term ON committee_member (term_id, body);
