-- A committee's session: its agenda, the papers laid before it, who takes part.
CREATE TABLE session (
  id           TEXT NOT NULL PRIMARY KEY,
  body         TEXT NOT NULL,                   -- THUONG_TRUC, BTV, BCH, UBKT (officers.Body), or KHAC
  title        TEXT NOT NULL,                   -- "Hội nghị Ban Chấp hành Đảng bộ huyện lần thứ 12"
  fold         TEXT NOT NULL DEFAULT '',
  day          TEXT NOT NULL,
  start_time   TEXT NOT NULL DEFAULT '',        -- "07:30"
  place        TEXT NOT NULL DEFAULT '',
  chair_id     TEXT NOT NULL DEFAULT '',        -- officer
  secretary_id TEXT NOT NULL DEFAULT '',        -- officer who writes the minutes
  state        TEXT NOT NULL,                   -- chuan_bi, da_hop, huy
  end_time     TEXT NOT NULL DEFAULT '',        -- as it was held, for the minutes
  note         TEXT NOT NULL DEFAULT '',
  reason       TEXT NOT NULL DEFAULT '',        -- why marked text of the session was kept (guard)
  created_at   TEXT NOT NULL,
  deleted_at   TEXT NOT NULL DEFAULT ''
);
CREATE INDEX session_day ON session (day, id);
CREATE TABLE session_item (
  id           TEXT   NOT NULL PRIMARY KEY,
  session_id   TEXT   NOT NULL REFERENCES session (id),
  sort_order   BIGINT NOT NULL,
  title        TEXT   NOT NULL,
  presenter_id TEXT   NOT NULL DEFAULT '',      -- officer
  presenter    TEXT   NOT NULL DEFAULT '',      -- a body or post instead: "Ban Tổ chức Huyện ủy"
  minutes      BIGINT NOT NULL DEFAULT 0,
  conclusion   TEXT   NOT NULL DEFAULT ''       -- what the session decided on it, for the minutes
);
CREATE INDEX session_item_of ON session_item (session_id, sort_order);
CREATE TABLE session_paper (
  id         TEXT   NOT NULL PRIMARY KEY,
  item_id    TEXT   NOT NULL REFERENCES session_item (id),
  sort_order BIGINT NOT NULL,
  title      TEXT   NOT NULL,
  issued_id  TEXT   NOT NULL DEFAULT '',        -- a paper issued here: its sealed pages
  input      TEXT   NOT NULL DEFAULT '',        -- JSON of reports.Input: a paper drawn up anew as a draft; both '' = handed out apart
  owner      TEXT   NOT NULL DEFAULT ''         -- who prepares a paper handed out apart
);
CREATE INDEX session_paper_of ON session_paper (item_id, sort_order);
CREATE TABLE session_person (
  id         TEXT   NOT NULL PRIMARY KEY,
  session_id TEXT   NOT NULL REFERENCES session (id),
  sort_order BIGINT NOT NULL,
  officer_id TEXT   NOT NULL DEFAULT '',
  label      TEXT   NOT NULL DEFAULT '',        -- a post or body where no officer of the list comes: "Đại diện Ban Dân vận"
  role       TEXT   NOT NULL,                   -- thanh_vien, moi
  present    TEXT   NOT NULL DEFAULT '',        -- co_mat, vang_co_ly_do, vang; '' = not recorded
  copies     BIGINT NOT NULL DEFAULT 1
);
CREATE INDEX session_person_of ON session_person (session_id, sort_order);
