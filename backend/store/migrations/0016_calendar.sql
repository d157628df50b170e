-- 24/11, Ngày Văn hóa Việt Nam, is a day off from 2026 (Resolution 28/2026/QH16, in force 1/7/2026). A year that the office
-- entered itself gets the day too; years it did not enter follow the program. The deadlines across it are reckoned anew when
-- the office is opened next: SQL counts no working days.
INSERT OR IGNORE INTO day_off (day, name, kind, source)
  SELECT DISTINCT substr(day, 1, 4) || '-11-24', 'Ngày Văn hóa Việt Nam', 'nghi', 'Nghị quyết 28/2026/QH16' FROM day_off WHERE day >= '2026-01-01';

-- Whether the day for a reply follows from the rule of clock 3 (1) or stands in the paper (0); NULL = recorded before this was
-- kept, until the office is opened next. Only a day that follows from the rule may move with the calendar.
ALTER TABLE matter_step ADD COLUMN due_by_rule BIGINT;
DROP TRIGGER matter_step_no_update;
CREATE TRIGGER matter_step_no_update BEFORE UPDATE OF id, matter_id, seq, event, day, from_state, to_state, letter_id, body_id, doc_number, doc_date,
  outcome, specific, promised_on, how, meeting_id, unit_id, officer_id, reaction, other_id, reason, text, undoes, at, user_name ON matter_step
  BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE TRIGGER matter_step_paper_day BEFORE UPDATE OF due_on ON matter_step WHEN OLD.due_by_rule IS NOT 1
  BEGIN SELECT RAISE(ABORT, 'the day stands in a paper'); END;
CREATE TRIGGER matter_step_rule_known BEFORE UPDATE OF due_by_rule ON matter_step WHEN OLD.due_by_rule IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'steps are only added'); END;
CREATE INDEX matter_step_undoes ON matter_step (undoes) WHERE undoes <> '';

-- The deadlines that a change of the days off or of a rule has moved, until somebody has read it.
CREATE TABLE deadline_change (
  id      TEXT NOT NULL PRIMARY KEY,
  cause   TEXT NOT NULL,                 -- a Vietnamese sentence
  at      TEXT NOT NULL,
  read_at TEXT NOT NULL DEFAULT '',
  read_by TEXT NOT NULL DEFAULT ''
);
CREATE INDEX deadline_change_unread ON deadline_change (at) WHERE read_at = '';
CREATE TABLE deadline_move (
  change_id TEXT NOT NULL REFERENCES deadline_change (id),
  matter_id TEXT NOT NULL REFERENCES matter (id),
  clock     TEXT NOT NULL,               -- C1, C2, C3, C4
  before    TEXT NOT NULL,               -- '' = no day was set
  after     TEXT NOT NULL,
  PRIMARY KEY (change_id, matter_id, clock)
);
CREATE TRIGGER deadline_move_no_update BEFORE UPDATE ON deadline_move BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER deadline_move_no_delete BEFORE DELETE ON deadline_move BEGIN SELECT RAISE(ABORT, 'append-only'); END;
