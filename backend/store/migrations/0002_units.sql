-- Places and Party organisations: two trees whose names, types, codes and parents are dated.
CREATE TABLE unit (
  id         TEXT NOT NULL PRIMARY KEY,
  tree       TEXT NOT NULL CHECK (tree IN ('hanhchinh', 'dang')),
  note       TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  deleted_at TEXT NOT NULL DEFAULT ''           -- in the bin since this moment
);

CREATE TABLE unit_version (
  id         TEXT NOT NULL PRIMARY KEY,
  unit_id    TEXT NOT NULL REFERENCES unit (id),
  name       TEXT NOT NULL CHECK (name <> ''),
  short_name TEXT NOT NULL DEFAULT '',
  type       TEXT NOT NULL,
  code       TEXT NOT NULL DEFAULT '',
  parent_id  TEXT NOT NULL DEFAULT '',          -- unit.id; '' = top of the tree
  households BIGINT,                            -- NULL = not stated
  members    BIGINT,
  welfare    TEXT NOT NULL DEFAULT '',
  valid_from TEXT NOT NULL DEFAULT '',          -- half open, '' = no bound
  valid_to   TEXT NOT NULL DEFAULT '',
  source     TEXT NOT NULL DEFAULT '',          -- the paper this version rests on
  end_source TEXT NOT NULL DEFAULT '',          -- the paper that ended the unit, when it ended with this version
  fold       TEXT NOT NULL,
  sort_key   TEXT NOT NULL,
  CHECK (valid_to = '' OR valid_from < valid_to)
);
CREATE UNIQUE INDEX unit_version_start ON unit_version (unit_id, valid_from);
CREATE INDEX unit_version_parent ON unit_version (parent_id);
CREATE INDEX unit_version_name ON unit_version (name);
CREATE INDEX unit_version_code ON unit_version (code) WHERE code <> '';

-- Which territory a Party organisation answers for.
CREATE TABLE unit_territory (
  id         TEXT NOT NULL PRIMARY KEY,
  org_id     TEXT NOT NULL REFERENCES unit (id),
  unit_id    TEXT NOT NULL REFERENCES unit (id),
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT '',
  CHECK (valid_to = '' OR valid_from < valid_to)
);
CREATE INDEX unit_territory_org ON unit_territory (org_id);
CREATE INDEX unit_territory_unit ON unit_territory (unit_id);
