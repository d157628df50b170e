-- What tells one issued paper from another, which paper takes another's place, and numbers kept for papers that are not here.

-- A series is not what a paper prints: quyết định and quy định both print QĐ and are numbered apart, a congress numbers all its
-- papers together (Hướng dẫn 05-HD/VPTW, II.I.3.1.1).
ALTER TABLE issued_paper ADD COLUMN series_key TEXT NOT NULL DEFAULT '';
-- The figures are an estimate, because the paper had to go out before its period was over.
ALTER TABLE issued_paper ADD COLUMN estimate BIGINT NOT NULL DEFAULT 0;
UPDATE issued_paper SET series_key = CASE
  WHEN form = 'dang' AND series = 'QĐ' AND type_name IN ('Quy định', 'QUY ĐỊNH', 'quy định', 'Quy Định') THEN 'QĐ:quy dinh' ELSE series END;

DROP INDEX issued_paper_number;
CREATE UNIQUE INDEX issued_paper_number ON issued_paper (form, issuer_key, series_key, span_key, number, suffix);
DROP TRIGGER issued_paper_sealed;
CREATE TRIGGER issued_paper_sealed BEFORE UPDATE OF origin, form, issuer_id, issuer, issuer_key, series, series_key, span_key, number, suffix, symbol, day, type_name, subject, fold, signer,
  recipients, copies, pages, report, period, estimate, input, snapshot, program, hash, reason, issued_at, issued_by ON issued_paper
  BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- A paper that says it takes another's place or adds to it. The other one stays as it is.
CREATE TABLE paper_relation (
  paper_id TEXT NOT NULL PRIMARY KEY REFERENCES issued_paper (id),
  other_id TEXT NOT NULL REFERENCES issued_paper (id),
  relation TEXT NOT NULL                       -- thay_the, bo_sung
);
CREATE INDEX paper_relation_other ON paper_relation (other_id);
CREATE TRIGGER paper_relation_sealed BEFORE UPDATE ON paper_relation BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER paper_relation_kept BEFORE DELETE ON paper_relation BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- A number of a series kept for a paper that is not in this register: a secret one, of which nothing is written here, one made
-- elsewhere, or one given by mistake. A number given free again stays in the list, with who did it and why.
CREATE TABLE reserved_number (
  id             TEXT   NOT NULL PRIMARY KEY,
  form           TEXT   NOT NULL,
  issuer_id      TEXT   NOT NULL DEFAULT '',
  issuer         TEXT   NOT NULL,
  issuer_key     TEXT   NOT NULL,
  series         TEXT   NOT NULL,
  series_key     TEXT   NOT NULL,
  span_key       TEXT   NOT NULL,
  number         BIGINT NOT NULL,
  suffix         TEXT   NOT NULL DEFAULT '',
  symbol         TEXT   NOT NULL,              -- "12-BC/HU"
  day            TEXT   NOT NULL,
  cause          TEXT   NOT NULL,              -- mat, noi_khac, ghi_nham
  note           TEXT   NOT NULL DEFAULT '',   -- always empty for a secret paper
  created_at     TEXT   NOT NULL,
  created_by     TEXT   NOT NULL DEFAULT '',
  released_at    TEXT   NOT NULL DEFAULT '',   -- RFC 3339, UTC; '' = still kept
  released_by    TEXT   NOT NULL DEFAULT '',
  release_reason TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX reserved_number_held ON reserved_number (form, issuer_key, series_key, span_key, number, suffix) WHERE released_at = '';
CREATE INDEX reserved_number_day ON reserved_number (day, id);
CREATE TRIGGER reserved_number_sealed BEFORE UPDATE ON reserved_number
  WHEN OLD.released_at <> '' OR NEW.released_at = '' OR NEW.id <> OLD.id OR NEW.number <> OLD.number OR NEW.suffix <> OLD.suffix OR NEW.day <> OLD.day
    OR NEW.cause <> OLD.cause OR NEW.note <> OLD.note OR NEW.series_key <> OLD.series_key OR NEW.span_key <> OLD.span_key
    OR NEW.form <> OLD.form OR NEW.issuer_key <> OLD.issuer_key OR NEW.created_at <> OLD.created_at OR NEW.created_by <> OLD.created_by
  BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER reserved_number_kept BEFORE DELETE ON reserved_number BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- How a term of the committee began (Hướng dẫn 05-HD/VPTW, II.I.3.1.1 b): its numbers begin at 01 that day.
ALTER TABLE term ADD COLUMN begins TEXT NOT NULL DEFAULT '';  -- be_mac_dai_hoi, hoi_nghi_thu_nhat, quyet_dinh; '' = not noted
