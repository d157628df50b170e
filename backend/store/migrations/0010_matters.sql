-- Opinions and proposals of a place, from where they were raised back to there. No table here has a column for a person
-- of the place: a matter knows the place, a count of voices and a band of households.

-- Which criteria of "nông thôn mới" a matter touches; sets follow each other in time.
CREATE TABLE criteria_set (
  code       TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  source     TEXT NOT NULL,
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT ''
);
CREATE TABLE criterion (
  id       TEXT   NOT NULL PRIMARY KEY,
  set_code TEXT   NOT NULL REFERENCES criteria_set (code),
  number   BIGINT NOT NULL,
  name     TEXT   NOT NULL
);
CREATE UNIQUE INDEX criterion_number ON criterion (set_code, number);
INSERT INTO criteria_set (code, name, source, valid_from, valid_to) VALUES
  ('NTM19', 'Bộ 19 tiêu chí xã nông thôn mới (đến khi có bộ tiêu chí 2026)', 'Quyết định 318/QĐ-TTg, ngày 08/3/2022', '', '2026-02-15'),
  ('NTM10', 'Bộ 10 tiêu chí xã nông thôn mới', 'Quyết định 51/2025/QĐ-TTg, ngày 29/12/2025', '2026-02-15', '');
INSERT INTO criterion (id, set_code, number, name) VALUES
  ('NTM19-01', 'NTM19', 1, 'Quy hoạch'),
  ('NTM19-02', 'NTM19', 2, 'Giao thông'),
  ('NTM19-03', 'NTM19', 3, 'Thủy lợi và phòng, chống thiên tai'),
  ('NTM19-04', 'NTM19', 4, 'Điện'),
  ('NTM19-05', 'NTM19', 5, 'Trường học'),
  ('NTM19-06', 'NTM19', 6, 'Cơ sở vật chất văn hóa'),
  ('NTM19-07', 'NTM19', 7, 'Cơ sở hạ tầng thương mại nông thôn'),
  ('NTM19-08', 'NTM19', 8, 'Thông tin và truyền thông'),
  ('NTM19-09', 'NTM19', 9, 'Nhà ở dân cư'),
  ('NTM19-10', 'NTM19', 10, 'Thu nhập'),
  ('NTM19-11', 'NTM19', 11, 'Nghèo đa chiều'),
  ('NTM19-12', 'NTM19', 12, 'Lao động'),
  ('NTM19-13', 'NTM19', 13, 'Tổ chức sản xuất và phát triển kinh tế nông thôn'),
  ('NTM19-14', 'NTM19', 14, 'Giáo dục và đào tạo'),
  ('NTM19-15', 'NTM19', 15, 'Y tế'),
  ('NTM19-16', 'NTM19', 16, 'Văn hóa'),
  ('NTM19-17', 'NTM19', 17, 'Môi trường và an toàn thực phẩm'),
  ('NTM19-18', 'NTM19', 18, 'Hệ thống chính trị và tiếp cận pháp luật'),
  ('NTM19-19', 'NTM19', 19, 'Quốc phòng và an ninh'),
  ('NTM10-01', 'NTM10', 1, 'Quy hoạch'),
  ('NTM10-02', 'NTM10', 2, 'Hạ tầng kinh tế - xã hội'),
  ('NTM10-03', 'NTM10', 3, 'Phát triển kinh tế nông thôn'),
  ('NTM10-04', 'NTM10', 4, 'Đào tạo nguồn nhân lực'),
  ('NTM10-05', 'NTM10', 5, 'Văn hóa, giáo dục, y tế'),
  ('NTM10-06', 'NTM10', 6, 'Giảm nghèo, an sinh xã hội'),
  ('NTM10-07', 'NTM10', 7, 'Khoa học công nghệ và chuyển đổi số'),
  ('NTM10-08', 'NTM10', 8, 'Môi trường và cảnh quan'),
  ('NTM10-09', 'NTM10', 9, 'Hệ thống chính trị và hành chính công'),
  ('NTM10-10', 'NTM10', 10, 'Tiếp cận pháp luật và an ninh, quốc phòng');

-- Terms and quotas. A rule says from which document it comes, or that it is this program's default.
CREATE TABLE matter_rule (
  id         TEXT   NOT NULL PRIMARY KEY,
  code       TEXT   NOT NULL,
  amount     BIGINT NOT NULL,              -- 0 = not set ("chưa ấn định")
  unit       TEXT   NOT NULL,              -- ngay_lam_viec, ngay, lan_thang, lan_nam
  source     TEXT   NOT NULL,
  valid_from TEXT   NOT NULL DEFAULT '',
  valid_to   TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX matter_rule_code ON matter_rule (code, valid_from);
INSERT INTO matter_rule (id, code, amount, unit, source) VALUES
  ('C1', 'C1', 5, 'ngay_lam_viec', 'mặc định, chưa có văn bản'),
  ('C2', 'C2', 10, 'ngay_lam_viec', 'Quy định 11-QĐi/TW, ngày 18/02/2019'),
  ('C3', 'C3', 15, 'ngay_lam_viec', 'mặc định, chưa có văn bản'),
  ('C4', 'C4', 10, 'ngay_lam_viec', 'mặc định, chưa có văn bản'),
  ('BAO_TRUOC', 'BAO_TRUOC', 7, 'ngay', 'Luật Tổ chức chính quyền địa phương 2025'),
  ('CONG_BO', 'CONG_BO', 10, 'ngay', 'Luật Tổ chức chính quyền địa phương 2025'),
  ('TIEP_DAN_XA', 'TIEP_DAN_XA', 2, 'lan_thang', 'Quy định 11-QĐi/TW, ngày 18/02/2019'),
  ('TIEP_DAN_HUYEN', 'TIEP_DAN_HUYEN', 2, 'lan_thang', 'mặc định, chưa có văn bản'),
  ('TIEP_DAN_TINH', 'TIEP_DAN_TINH', 1, 'lan_thang', 'Quy định 11-QĐi/TW, ngày 18/02/2019'),
  ('DOI_THOAI', 'DOI_THOAI', 2, 'lan_nam', 'mặc định, chưa có văn bản');

-- Bodies that answer.
CREATE TABLE body (
  id         TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  short_name TEXT NOT NULL DEFAULT '',
  level      TEXT NOT NULL DEFAULT '',     -- tinh, huyen, xa, trung_uong, khac
  police     BIGINT NOT NULL DEFAULT 0,    -- urgent notes about scams and gatherings go here within the day
  note       TEXT NOT NULL DEFAULT '',
  fold       TEXT NOT NULL DEFAULT '',
  sort_key   TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  deleted_at TEXT NOT NULL DEFAULT ''
);

-- The columns from state on follow from the steps below and from nothing else; they stand here so that lists and
-- deadlines are one walk through an index.
CREATE TABLE matter (
  id              TEXT   NOT NULL PRIMARY KEY,
  year            BIGINT NOT NULL,             -- of the register
  number          BIGINT NOT NULL,             -- in the register of the year
  raised_on       TEXT   NOT NULL,
  received_on     TEXT   NOT NULL,             -- the clocks start here
  place_id        TEXT   NOT NULL REFERENCES unit (id),
  meeting_id      TEXT   NOT NULL DEFAULT '',
  reception_id    TEXT   NOT NULL DEFAULT '',
  statement_id    TEXT   NOT NULL DEFAULT '',  -- matters split from one statement share it
  origin          TEXT   NOT NULL,
  kind            TEXT   NOT NULL,
  field_code      TEXT   NOT NULL REFERENCES field (code),
  criterion_id    TEXT   NOT NULL DEFAULT '',
  summary         TEXT   NOT NULL,
  proposal        TEXT   NOT NULL DEFAULT '',
  voices          BIGINT NOT NULL DEFAULT 1,
  households      TEXT   NOT NULL DEFAULT '',  -- a band, '' = not known
  urgent          BIGINT NOT NULL DEFAULT 0,
  external_ref    TEXT   NOT NULL DEFAULT '',
  guard_reason    TEXT   NOT NULL DEFAULT '',
  created_at      TEXT   NOT NULL,

  state           TEXT   NOT NULL,
  cycle_on        TEXT   NOT NULL,             -- received_on, or the day it was last reopened
  handled_on      TEXT   NOT NULL DEFAULT '',  -- end of clock 1
  notice_by       TEXT   NOT NULL DEFAULT '',  -- last day of clock 2
  notice_due      TEXT   NOT NULL DEFAULT '',  -- notice_by while clock 2 runs
  noticed_on      TEXT   NOT NULL DEFAULT '',
  body_id         TEXT   NOT NULL DEFAULT '',
  referred_on     TEXT   NOT NULL DEFAULT '',
  refer_doc       TEXT   NOT NULL DEFAULT '',
  reply_due       TEXT   NOT NULL DEFAULT '',  -- with pauses; '' = not set
  acknowledged_on TEXT   NOT NULL DEFAULT '',
  paused_since    TEXT   NOT NULL DEFAULT '',
  hops            BIGINT NOT NULL DEFAULT 0,
  vague           BIGINT NOT NULL DEFAULT 0,   -- a vague reply waits to be sent back
  returned        BIGINT NOT NULL DEFAULT 0,   -- replies sent back, all referrals together
  replied_on      TEXT   NOT NULL DEFAULT '',
  outcome         TEXT   NOT NULL DEFAULT '',
  promised_on     TEXT   NOT NULL DEFAULT '',  -- a promise still to be kept
  conveyed_on     TEXT   NOT NULL DEFAULT '',
  closed_on       TEXT   NOT NULL DEFAULT '',
  first_closed_on TEXT   NOT NULL DEFAULT '',
  reopened        BIGINT NOT NULL DEFAULT 0,
  merged_into     TEXT   NOT NULL DEFAULT '',
  total_voices    BIGINT NOT NULL DEFAULT 1,   -- own and those of the matters merged into it
  due             TEXT   NOT NULL DEFAULT ''   -- end of the clock that runs now; '' = none runs
);
CREATE UNIQUE INDEX matter_register ON matter (year, number);
CREATE INDEX matter_received ON matter (received_on, number, id);
CREATE INDEX matter_state ON matter (state, due, id);
CREATE INDEX matter_due ON matter (due, id) WHERE due <> '';
-- The conditions below are those of the worklists, letter by letter, so that each list is a walk along its index.
CREATE INDEX matter_open ON matter ((due = ''), due, id) WHERE state IN ('RECORDED', 'REOPENED', 'REFERRED', 'IN_HAND', 'REPLIED');
CREATE INDEX matter_waiting ON matter ((due = ''), due, id) WHERE state IN ('REFERRED', 'IN_HAND');
CREATE INDEX matter_to_close ON matter (replied_on, id) WHERE state IN ('CONVEYED', 'ANSWERED_ON_SPOT');
CREATE INDEX matter_body_due ON matter (body_id, due, id) WHERE due <> '';
CREATE INDEX matter_notice ON matter (notice_due, id) WHERE notice_due <> '';
CREATE INDEX matter_promise ON matter (promised_on, id) WHERE promised_on <> '';
CREATE INDEX matter_body ON matter (body_id, state, due) WHERE body_id <> '';
CREATE INDEX matter_place ON matter (place_id, received_on);
CREATE INDEX matter_meeting ON matter (meeting_id) WHERE meeting_id <> '';
CREATE INDEX matter_reception ON matter (reception_id) WHERE reception_id <> '';
CREATE INDEX matter_statement ON matter (statement_id) WHERE statement_id <> '';
CREATE INDEX matter_merged ON matter (merged_into) WHERE merged_into <> '';
CREATE INDEX matter_urgent ON matter (state, received_on) WHERE urgent = 1;
CREATE INDEX matter_vague ON matter (id) WHERE vague = 1;

-- One letter to a body may carry many matters.
CREATE TABLE letter (
  id         TEXT NOT NULL PRIMARY KEY,
  body_id    TEXT NOT NULL REFERENCES body (id),
  number     TEXT NOT NULL,
  doc_date   TEXT NOT NULL,
  basis      TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL
);
CREATE INDEX letter_body ON letter (body_id, doc_date);

-- What happened, day by day. Only ever added to: taking a step back is a further step that names it.
CREATE TABLE matter_step (
  id         TEXT   NOT NULL PRIMARY KEY,
  matter_id  TEXT   NOT NULL REFERENCES matter (id),
  seq        BIGINT NOT NULL,
  event      TEXT   NOT NULL,
  day        TEXT   NOT NULL,
  from_state TEXT   NOT NULL,
  to_state   TEXT   NOT NULL,
  letter_id  TEXT   NOT NULL DEFAULT '',
  body_id    TEXT   NOT NULL DEFAULT '',
  doc_number TEXT   NOT NULL DEFAULT '',
  doc_date   TEXT   NOT NULL DEFAULT '',
  due_on     TEXT   NOT NULL DEFAULT '',
  outcome    TEXT   NOT NULL DEFAULT '',
  specific   BIGINT NOT NULL DEFAULT 0,
  promised_on TEXT  NOT NULL DEFAULT '',
  how        TEXT   NOT NULL DEFAULT '',   -- way of conveying back
  meeting_id TEXT   NOT NULL DEFAULT '',   -- the meeting it was conveyed back at
  unit_id    TEXT   NOT NULL DEFAULT '',   -- the unit it was conveyed back to
  officer_id TEXT   NOT NULL DEFAULT '',   -- who explained or conveyed
  reaction   TEXT   NOT NULL DEFAULT '',
  other_id   TEXT   NOT NULL DEFAULT '',   -- the other matter of a merge
  reason     TEXT   NOT NULL DEFAULT '',   -- a code
  text       TEXT   NOT NULL DEFAULT '',
  undoes     TEXT   NOT NULL DEFAULT '',   -- the step taken back
  at         TEXT   NOT NULL,
  user_name  TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX matter_step_order ON matter_step (matter_id, seq);
CREATE INDEX matter_step_day ON matter_step (event, day);
CREATE INDEX matter_step_letter ON matter_step (letter_id) WHERE letter_id <> '';
CREATE INDEX matter_step_unit ON matter_step (unit_id, day) WHERE unit_id <> '';
CREATE TRIGGER matter_step_no_update BEFORE UPDATE ON matter_step BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER matter_step_no_delete BEFORE DELETE ON matter_step BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;

-- Matters that belong together; a merge is a DUPLICATE_OF. ended_at keeps a link that was taken back.
CREATE TABLE matter_link (
  id         TEXT NOT NULL PRIMARY KEY,
  from_id    TEXT NOT NULL REFERENCES matter (id),
  to_id      TEXT NOT NULL REFERENCES matter (id),
  kind       TEXT NOT NULL,
  created_at TEXT NOT NULL,
  ended_at   TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX matter_link_pair ON matter_link (from_id, to_id, kind) WHERE ended_at = '';
CREATE INDEX matter_link_to ON matter_link (to_id);

-- Searching: the text as typed in lower case, and folded. Typed marks are looked for first.
CREATE TABLE matter_text (
  row_id    INTEGER PRIMARY KEY,           -- the search index names rows by a number that must never change
  matter_id TEXT NOT NULL UNIQUE,
  marked    TEXT NOT NULL,
  fold      TEXT NOT NULL
);
CREATE VIRTUAL TABLE matter_index USING fts5 (marked, fold, content = 'matter_text', content_rowid = 'row_id', tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
CREATE TRIGGER matter_text_new AFTER INSERT ON matter_text BEGIN
  INSERT INTO matter_index (rowid, marked, fold) VALUES (new.row_id, new.marked, new.fold);
END;
CREATE TRIGGER matter_text_gone AFTER DELETE ON matter_text BEGIN
  INSERT INTO matter_index (matter_index, rowid, marked, fold) VALUES ('delete', old.row_id, old.marked, old.fold);
END;
CREATE TRIGGER matter_text_changed AFTER UPDATE ON matter_text BEGIN
  INSERT INTO matter_index (matter_index, rowid, marked, fold) VALUES ('delete', old.row_id, old.marked, old.fold);
  INSERT INTO matter_index (rowid, marked, fold) VALUES (new.row_id, new.marked, new.fold);
END;

-- Khiếu nại and tố cáo have registers of their own by law: only that one was passed on, and its number there.
CREATE TABLE statutory_note (
  id          TEXT NOT NULL PRIMARY KEY,
  received_on TEXT NOT NULL,
  kind        TEXT NOT NULL,
  body_id     TEXT NOT NULL REFERENCES body (id),
  external_no TEXT NOT NULL DEFAULT '',
  created_at  TEXT NOT NULL,
  deleted_at  TEXT NOT NULL DEFAULT ''
);
CREATE INDEX statutory_note_day ON statutory_note (received_on);

-- Days on which the head receives citizens or holds a dialogue: counts only.
CREATE TABLE reception_day (
  id           TEXT   NOT NULL PRIMARY KEY,
  kind         TEXT   NOT NULL,             -- TIEP_DAN, DOI_THOAI
  head_id      TEXT   NOT NULL REFERENCES officer (id),
  unscheduled  BIGINT NOT NULL DEFAULT 0,
  planned_on   TEXT   NOT NULL,
  place        TEXT   NOT NULL DEFAULT '',
  announced_on TEXT   NOT NULL DEFAULT '',
  held_on      TEXT   NOT NULL DEFAULT '',
  state        TEXT   NOT NULL,
  reason       TEXT   NOT NULL DEFAULT '',
  visits       BIGINT,                      -- NULL = not recorded, which is not 0
  noted        BIGINT,
  settled      BIGINT,
  published_on TEXT   NOT NULL DEFAULT '',
  external_no  TEXT   NOT NULL DEFAULT '',  -- of the register kept by law
  created_at   TEXT   NOT NULL,
  deleted_at   TEXT   NOT NULL DEFAULT ''
);
CREATE INDEX reception_day_planned ON reception_day (planned_on);
CREATE TABLE reception_unit (
  reception_id TEXT NOT NULL REFERENCES reception_day (id) ON DELETE CASCADE,
  unit_id      TEXT NOT NULL REFERENCES unit (id),
  PRIMARY KEY (reception_id, unit_id)
);
