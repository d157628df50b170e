-- What the steps of a matter say beyond where it stands. Steps recorded by earlier versions say it too: NULL in late_legs marks the
-- matters that are derived again when the data folder is opened.
ALTER TABLE matter ADD COLUMN late_legs TEXT DEFAULT NULL;              -- clocks that had run out when their leg ended: "C1 C3"
ALTER TABLE matter ADD COLUMN refusal TEXT NOT NULL DEFAULT '';         -- why a body refused, a code
ALTER TABLE matter ADD COLUMN recheck_due TEXT NOT NULL DEFAULT '';     -- last day for the look at what is settled; '' = none is due
ALTER TABLE matter ADD COLUMN rechecked_on TEXT NOT NULL DEFAULT '';
ALTER TABLE matter ADD COLUMN no_effect BIGINT NOT NULL DEFAULT 0;      -- looks that found nothing changed
CREATE INDEX matter_underived ON matter (id) WHERE late_legs IS NULL;
CREATE INDEX matter_recheck ON matter (recheck_due, id) WHERE recheck_due <> '';
-- Places are looked at again after a month: a cell or a group meets every month, so its next turn can say what has changed. What was
-- answered before 1/7/2026 is not asked for again.
INSERT INTO matter_rule (id, code, amount, unit, source, valid_from) VALUES
  ('C5', 'C5', 30, 'ngay', 'mặc định, chưa có văn bản', '2026-07-01');
