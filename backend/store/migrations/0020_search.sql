-- Words of the log are looked up in an index instead of reading every meeting. It is kept by triggers, so that whatever changes
-- a meeting keeps it too; meetings in the bin are not in it. Rows are numbered by day (yyyymmdd × 1,000,000 + place within the
-- day), so a search walks from the newest day and stops at its limit. The numbers stand in a table of their own, because those
-- the engine gives by itself may change when a file is copied.
CREATE TABLE meeting_text (
  row_id     INTEGER PRIMARY KEY,
  meeting_id TEXT NOT NULL UNIQUE
);
-- The text itself stays in meeting.fold; the index only knows which words are where, not how often or in what order.
CREATE VIRTUAL TABLE meeting_index USING fts5 (fold, content = '', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');
INSERT INTO meeting_text (row_id, meeting_id)
  SELECT CAST(replace(day, '-', '') AS INTEGER) * 1000000 + row_number() OVER (PARTITION BY day ORDER BY id) - 1, id
  FROM meeting WHERE deleted_at = '';
INSERT INTO meeting_index (rowid, fold) SELECT t.row_id, m.fold FROM meeting_text t JOIN meeting m ON m.id = t.meeting_id ORDER BY t.row_id;

CREATE TRIGGER meeting_text_new AFTER INSERT ON meeting WHEN new.deleted_at = '' BEGIN
  INSERT INTO meeting_text (row_id, meeting_id)
    SELECT coalesce(max(row_id) + 1, CAST(replace(new.day, '-', '') AS INTEGER) * 1000000), new.id FROM meeting_text
    WHERE row_id >= CAST(replace(new.day, '-', '') AS INTEGER) * 1000000 AND row_id < CAST(replace(new.day, '-', '') AS INTEGER) * 1000000 + 1000000;
  INSERT INTO meeting_index (rowid, fold) SELECT row_id, new.fold FROM meeting_text WHERE meeting_id = new.id;
END;
CREATE TRIGGER meeting_text_changed AFTER UPDATE OF fold, day, deleted_at ON meeting
WHEN old.fold <> new.fold OR old.day <> new.day OR old.deleted_at <> new.deleted_at BEGIN
  INSERT INTO meeting_index (meeting_index, rowid, fold) SELECT 'delete', row_id, old.fold FROM meeting_text WHERE meeting_id = old.id;
  DELETE FROM meeting_text WHERE meeting_id = old.id;
  INSERT INTO meeting_text (row_id, meeting_id)
    SELECT coalesce(max(row_id) + 1, CAST(replace(new.day, '-', '') AS INTEGER) * 1000000), new.id FROM meeting_text
    WHERE row_id >= CAST(replace(new.day, '-', '') AS INTEGER) * 1000000 AND row_id < CAST(replace(new.day, '-', '') AS INTEGER) * 1000000 + 1000000
    HAVING new.deleted_at = '';
  INSERT INTO meeting_index (rowid, fold) SELECT row_id, new.fold FROM meeting_text WHERE meeting_id = new.id;
END;
CREATE TRIGGER meeting_text_gone AFTER DELETE ON meeting BEGIN
  INSERT INTO meeting_index (meeting_index, rowid, fold) SELECT 'delete', row_id, old.fold FROM meeting_text WHERE meeting_id = old.id;
  DELETE FROM meeting_text WHERE meeting_id = old.id;
END;

-- A stamp of the names and places of units alone, so that labels may be worked out in memory; see ground_stamp, which also
-- changes with every assignment.
CREATE TABLE unit_stamp (
  name  TEXT   NOT NULL PRIMARY KEY,
  stamp BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO unit_stamp (name, stamp) VALUES ('units', random());
CREATE TRIGGER unit_stamp_new AFTER INSERT ON unit BEGIN UPDATE unit_stamp SET stamp = random(); END;
CREATE TRIGGER unit_stamp_changed AFTER UPDATE ON unit BEGIN UPDATE unit_stamp SET stamp = random(); END;
CREATE TRIGGER unit_stamp_gone AFTER DELETE ON unit BEGIN UPDATE unit_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_stamp_new AFTER INSERT ON unit_version BEGIN UPDATE unit_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_stamp_changed AFTER UPDATE ON unit_version BEGIN UPDATE unit_stamp SET stamp = random(); END;
CREATE TRIGGER unit_version_stamp_gone AFTER DELETE ON unit_version BEGIN UPDATE unit_stamp SET stamp = random(); END;
