-- A stamp for each day that has meetings. It changes with every change of what fulfilment reads of that day, whoever
-- makes it, so that a program may keep a day in memory and know by one small row whether it still holds. A stamp is
-- drawn at random: a count could come again after a transaction that was taken back.
CREATE TABLE meeting_stamp (
  day   TEXT   NOT NULL PRIMARY KEY,
  stamp BIGINT NOT NULL
) WITHOUT ROWID;
INSERT INTO meeting_stamp (day, stamp) SELECT day, random() FROM meeting GROUP BY day;

CREATE TRIGGER meeting_stamp_new AFTER INSERT ON meeting BEGIN
  INSERT INTO meeting_stamp (day, stamp) VALUES (NEW.day, random()) ON CONFLICT (day) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER meeting_stamp_changed AFTER UPDATE OF id, kind, state, day, planned_on, deleted_at ON meeting BEGIN
  INSERT INTO meeting_stamp (day, stamp) VALUES (NEW.day, random()), (OLD.day, random()) ON CONFLICT (day) DO UPDATE SET stamp = excluded.stamp;
END;
CREATE TRIGGER meeting_stamp_gone AFTER DELETE ON meeting BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day = OLD.day;
END;

-- Rows of a deleted meeting find no day any more; the meeting's own trigger has changed the stamp already.
CREATE TRIGGER meeting_host_stamp_new AFTER INSERT ON meeting_host BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day = (SELECT day FROM meeting WHERE id = NEW.meeting_id);
END;
CREATE TRIGGER meeting_host_stamp_changed AFTER UPDATE OF meeting_id, unit_id ON meeting_host BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day IN (SELECT day FROM meeting WHERE id IN (OLD.meeting_id, NEW.meeting_id));
END;
CREATE TRIGGER meeting_host_stamp_gone AFTER DELETE ON meeting_host BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day = (SELECT day FROM meeting WHERE id = OLD.meeting_id);
END;
CREATE TRIGGER attendance_stamp_new AFTER INSERT ON attendance BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day = (SELECT day FROM meeting WHERE id = NEW.meeting_id);
END;
CREATE TRIGGER attendance_stamp_changed AFTER UPDATE OF meeting_id, officer_id, result ON attendance BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day IN (SELECT day FROM meeting WHERE id IN (OLD.meeting_id, NEW.meeting_id));
END;
CREATE TRIGGER attendance_stamp_gone AFTER DELETE ON attendance BEGIN
  UPDATE meeting_stamp SET stamp = random() WHERE day = (SELECT day FROM meeting WHERE id = OLD.meeting_id);
END;
