-- Meetings and what became of them. A day that passed without an entry is stored nowhere: "chưa ghi nhận" is derived.
CREATE TABLE meeting (
  id             TEXT   NOT NULL PRIMARY KEY,
  kind           TEXT   NOT NULL,
  planned_on     TEXT   NOT NULL DEFAULT '',   -- '' = not planned beforehand
  planned_time   TEXT   NOT NULL DEFAULT '',   -- HH:MM
  held_on        TEXT   NOT NULL DEFAULT '',   -- only in state HELD
  day            TEXT   NOT NULL,              -- held_on, else planned_on: the day it is listed under
  place          TEXT   NOT NULL DEFAULT '',
  state          TEXT   NOT NULL,
  state_reason   TEXT   NOT NULL DEFAULT '',
  moved_from     TEXT   NOT NULL DEFAULT '',   -- the postponed meeting this one replaces
  papers_sent_on TEXT   NOT NULL DEFAULT '',
  papers_count   BIGINT,                       -- NULL = not recorded, which is not 0
  present        BIGINT,
  total          BIGINT,
  note           TEXT   NOT NULL DEFAULT '',
  fold           TEXT   NOT NULL DEFAULT '',
  created_at     TEXT   NOT NULL,
  created_by     TEXT   NOT NULL DEFAULT '',
  deleted_at     TEXT   NOT NULL DEFAULT ''
);
-- Lists walk the days backwards; the partial indexes also answer "how many" without touching the rows.
CREATE INDEX meeting_day ON meeting (day, id) WHERE deleted_at = '';
CREATE INDEX meeting_kind_day ON meeting (kind, day, id) WHERE deleted_at = '';
CREATE INDEX meeting_open ON meeting (day, kind) WHERE deleted_at = '' AND state = 'PLANNED';
CREATE INDEX meeting_moved ON meeting (moved_from) WHERE moved_from <> '';

CREATE TABLE meeting_host (
  meeting_id TEXT   NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  unit_id    TEXT   NOT NULL REFERENCES unit (id),
  sort_order BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (meeting_id, unit_id)
);
CREATE INDEX meeting_host_unit ON meeting_host (unit_id, meeting_id);

CREATE TABLE attendance (
  id            TEXT   NOT NULL PRIMARY KEY,
  meeting_id    TEXT   NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  officer_id    TEXT   NOT NULL REFERENCES officer (id),
  assignment_id TEXT   NOT NULL DEFAULT '',
  result        TEXT   NOT NULL DEFAULT '',    -- '' while the meeting is planned: who is expected
  substitute_id TEXT   NOT NULL DEFAULT '',
  reason        TEXT   NOT NULL DEFAULT '',
  sort_order    BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX attendance_once ON attendance (meeting_id, officer_id);
CREATE INDEX attendance_officer ON attendance (officer_id, meeting_id, result);
-- Nearly everybody attended; who did not is looked for over years.
CREATE INDEX attendance_other ON attendance (result, meeting_id) WHERE result <> 'ATTENDED';
CREATE INDEX attendance_substitute ON attendance (substitute_id, meeting_id) WHERE substitute_id <> '';

CREATE TABLE contribution (
  id         TEXT   NOT NULL PRIMARY KEY,
  meeting_id TEXT   NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  officer_id TEXT   NOT NULL REFERENCES officer (id),
  field_code TEXT   NOT NULL DEFAULT '',
  summary    TEXT   NOT NULL,
  accepted   TEXT   NOT NULL DEFAULT 'pending',
  sort_order BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX contribution_meeting ON contribution (meeting_id, sort_order);

CREATE TABLE conveyance (
  id         TEXT   NOT NULL PRIMARY KEY,
  meeting_id TEXT   NOT NULL REFERENCES meeting (id) ON DELETE CASCADE,
  topic      TEXT   NOT NULL,
  sort_order BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX conveyance_meeting ON conveyance (meeting_id, sort_order);

-- The list of fields is the office's own to change; there is deliberately none for belief or a person's thinking.
CREATE TABLE field (
  code       TEXT NOT NULL PRIMARY KEY,
  name       TEXT NOT NULL,
  valid_from TEXT NOT NULL DEFAULT '',
  valid_to   TEXT NOT NULL DEFAULT ''
);
INSERT INTO field (code, name) VALUES
  ('01', 'Đất đai (ranh giới, giấy chứng nhận, thu hồi, bồi thường)'),
  ('02', 'Hạ tầng, giao thông, điện, nước sạch, thủy lợi'),
  ('03', 'Môi trường, rác thải, ô nhiễm'),
  ('04', 'Sản xuất, giá nông sản, chăn nuôi'),
  ('05', 'Hạn mặn, thiên tai, sạt lở, khai thác cát'),
  ('06', 'Nông thôn mới, đô thị văn minh, quy hoạch'),
  ('07', 'An sinh, người có công, giảm nghèo, nhà ở'),
  ('08', 'Y tế, dịch bệnh, bảo hiểm y tế'),
  ('09', 'Giáo dục'),
  ('10', 'Văn hóa, đời sống khu dân cư'),
  ('11', 'An ninh trật tự, tệ nạn, lừa đảo'),
  ('12', 'Hụi, tín dụng đen, tranh chấp dân sự'),
  ('13', 'Thủ tục hành chính, dịch vụ công, chuyển đổi số'),
  ('14', 'Chế độ, chính sách cán bộ cơ sở'),
  ('15', 'Xây dựng Đảng, hệ thống chính trị'),
  ('16', 'Dân chủ ở cơ sở, thu chi, đóng góp'),
  ('99', 'Khác');
