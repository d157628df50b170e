-- What has to be done how often, when it is paused, and which days the offices do not work. What is expected on which
-- day is computed from these rows and never stored.
CREATE TABLE duty_rule (
  id                 TEXT   NOT NULL PRIMARY KEY,
  series_id          TEXT   NOT NULL,             -- id of the first version: all versions of one rule share it
  scheme_id          TEXT   NOT NULL REFERENCES scheme (id),
  kind_id            TEXT   NOT NULL DEFAULT '',  -- scheme_kind; '' = every kind of the scheme
  name               TEXT   NOT NULL,
  subject            TEXT   NOT NULL,             -- can_bo, don_vi_nhan, nguoi_dung_dau
  activity           TEXT   NOT NULL,             -- kind of meeting
  quota              BIGINT NOT NULL,
  period             TEXT   NOT NULL,             -- WEEK, MONTH, LUNAR_MONTH, QUARTER, HALF, YEAR, EVENT
  fixed_calendar     TEXT   NOT NULL DEFAULT '',  -- '', solar, lunar
  fixed_day          BIGINT NOT NULL DEFAULT 0,
  fixed_month        BIGINT NOT NULL DEFAULT 0,   -- month inside a quarter, half or year
  short_month_rule   TEXT   NOT NULL DEFAULT '',  -- lunar day 30 in a month of 29 days: LAST_DAY, SKIP
  leap_counts        BIGINT NOT NULL DEFAULT 1,
  grace_days         BIGINT NOT NULL DEFAULT 0,
  counts_substitute  BIGINT NOT NULL DEFAULT 0,
  counts_member      BIGINT NOT NULL DEFAULT 0,   -- attendance of any member counts for the team
  papers_days_before BIGINT NOT NULL DEFAULT 0,   -- 0 = papers not asked for
  target_types       TEXT   NOT NULL DEFAULT '[]',
  valid_from         TEXT   NOT NULL,
  valid_to           TEXT   NOT NULL DEFAULT '',
  replaces_id        TEXT   NOT NULL DEFAULT '',
  source             TEXT   NOT NULL DEFAULT '',  -- '' = mặc định, chưa có văn bản
  sort_order         BIGINT NOT NULL DEFAULT 0,
  created_at         TEXT   NOT NULL,
  CHECK (quota >= 1),
  CHECK (valid_to = '' OR valid_from < valid_to)
);
CREATE UNIQUE INDEX duty_rule_version ON duty_rule (series_id, valid_from);
CREATE INDEX duty_rule_scheme ON duty_rule (scheme_id, sort_order);

CREATE TABLE suspension (
  id            TEXT NOT NULL PRIMARY KEY,
  scope_unit_id TEXT NOT NULL DEFAULT '',  -- '' = everywhere
  activity      TEXT NOT NULL DEFAULT '',  -- '' = every kind of meeting
  valid_from    TEXT NOT NULL,
  valid_to      TEXT NOT NULL,
  reason        TEXT NOT NULL,
  source        TEXT NOT NULL DEFAULT '',
  created_at    TEXT NOT NULL,
  CHECK (valid_from < valid_to)
);

-- A year without rows here follows the defaults the program knows.
CREATE TABLE day_off (
  day    TEXT NOT NULL PRIMARY KEY,
  name   TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('nghi', 'lam_bu')),
  source TEXT NOT NULL DEFAULT ''
);

-- Fulfilment reads a year of a province's meetings; without looking up each row it takes a fraction of the time.
CREATE INDEX meeting_reckon ON meeting (day, id, kind, state, planned_on) WHERE deleted_at = '';
CREATE INDEX attendance_reckon ON attendance (meeting_id, officer_id, result);
