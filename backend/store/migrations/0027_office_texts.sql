-- The office's own words in place of the program's at one place of a kind of paper, from a day on. Versions are only added; an empty
-- text goes back to the program's words.
CREATE TABLE office_text (
  id         TEXT   NOT NULL PRIMARY KEY,
  seq        BIGINT NOT NULL,              -- 1, 2, 3 … over all
  report     TEXT   NOT NULL,              -- code of the catalog
  form       TEXT   NOT NULL,              -- dang, nhanuoc, mttq
  place      TEXT   NOT NULL,              -- key of the sentence or list
  instead_of TEXT   NOT NULL DEFAULT '',   -- of a sentence with branches: the program's words it stands for
  text       TEXT   NOT NULL DEFAULT '',   -- figures stand as {name}; '' = the program's words again
  valid_from TEXT   NOT NULL,              -- papers of this day and after use it
  reason     TEXT   NOT NULL DEFAULT '',   -- why marked text was kept (guard)
  at         TEXT   NOT NULL,
  user_name  TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX office_text_order ON office_text (seq);
CREATE INDEX office_text_of ON office_text (report, form);
CREATE TRIGGER office_text_kept BEFORE UPDATE ON office_text BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER office_text_never_lost BEFORE DELETE ON office_text BEGIN SELECT RAISE(ABORT, 'append-only'); END;
