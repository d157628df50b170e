-- Papers of the office: in whose name they go out, how they look from which day on, what was worded by hand before they
-- were signed, and what was issued, sealed with its file.

-- Who issues papers besides the committee itself and the authority of the same level, which stand in the office's settings:
-- the committee's office, its boards, cells (chi bộ).
CREATE TABLE paper_issuer (
  id             TEXT   NOT NULL PRIMARY KEY,
  kind           TEXT   NOT NULL,              -- van_phong, ban, ubkt, chi_bo, chinh_quyen, mat_tran
  form           TEXT   NOT NULL,              -- dang, nhanuoc, mttq
  name           TEXT   NOT NULL,              -- as it stands in a sentence: "Ban Tổ chức Huyện ủy Quới Điền"
  superior       TEXT   NOT NULL DEFAULT '',   -- line 1 of the letterhead
  head           TEXT   NOT NULL,              -- line 2 of the letterhead: "BAN TỔ CHỨC"
  symbol         TEXT   NOT NULL,              -- issuer symbol, "BTCHU"
  place          TEXT   NOT NULL DEFAULT '',   -- before the date; '' = the office's own
  sign_authority TEXT   NOT NULL DEFAULT '',   -- "K/T TRƯỞNG BAN"; '' = signs directly
  sign_position  TEXT   NOT NULL DEFAULT '',
  sign_name      TEXT   NOT NULL DEFAULT '',
  archive        TEXT   NOT NULL DEFAULT '',   -- last recipient
  sort_order     BIGINT NOT NULL DEFAULT 0,
  created_at     TEXT   NOT NULL,
  deleted_at     TEXT   NOT NULL DEFAULT ''
);

-- What an office chose within a form of paper, from a day on: an old paper keeps its old form.
CREATE TABLE format_profile (
  id         TEXT NOT NULL PRIMARY KEY,
  form       TEXT NOT NULL,
  valid_from TEXT NOT NULL DEFAULT '',         -- '' = from the beginning
  value      TEXT NOT NULL,                    -- JSON of reports.Profile
  created_at TEXT NOT NULL,
  created_by TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX format_profile_day ON format_profile (form, valid_from);
-- What an office chose before was chosen within Hướng dẫn 05-HD/VPTW: older papers of the Party have the form of their own day.
-- NĐ 30 leaves the end mark and the place of the date no choice.
INSERT INTO format_profile (id, form, valid_from, value, created_at)
  SELECT 'goc-' || substr(name, 9), substr(name, 9), CASE name WHEN 'profile.dang' THEN '2026-05-27' ELSE '' END,
    CASE name WHEN 'profile.nhanuoc' THEN json_remove(value, '$.endMark', '$.dateRight', '$.headingSep', '$.recipientSep', '$.symbolQuyDinh')
      WHEN 'profile.mttq' THEN json_remove(value, '$.symbolQuyDinh') ELSE value END, ''
  FROM setting WHERE name LIKE 'profile.%';

-- One paper being worded before it is issued. What was typed is only ever added to (paper_text).
CREATE TABLE paper_draft (
  id         TEXT NOT NULL PRIMARY KEY,
  report     TEXT NOT NULL,                    -- code of the catalog
  period     TEXT NOT NULL DEFAULT '',
  unit_id    TEXT NOT NULL DEFAULT '',
  form       TEXT NOT NULL,
  issuer_id  TEXT NOT NULL DEFAULT '',
  issued_id  TEXT NOT NULL DEFAULT '',         -- the issued paper it became
  created_at TEXT NOT NULL
);
CREATE UNIQUE INDEX paper_draft_subject ON paper_draft (report, period, unit_id, form, issuer_id, issued_id);

-- Each wording a person gave a paragraph, in the order typed; the newest of a place counts, older ones stay to go back to.
CREATE TABLE paper_text (
  id        TEXT   NOT NULL PRIMARY KEY,
  draft_id  TEXT   NOT NULL REFERENCES paper_draft (id),
  seq       BIGINT NOT NULL,                   -- 1, 2, 3 … within the draft
  place     TEXT   NOT NULL,                   -- key of the paragraph
  kind      TEXT   NOT NULL,                   -- sua (worded anew), them (added), bo (left out), tu_dong (back to the program's)
  after     TEXT   NOT NULL DEFAULT '',        -- of an added paragraph: the place it follows
  text      TEXT   NOT NULL DEFAULT '',        -- figures stand as {name}
  auto_text TEXT   NOT NULL DEFAULT '',        -- what the program said there at that moment
  auto_form TEXT   NOT NULL DEFAULT '',        -- the same with {name} in place of each figure
  reason    TEXT   NOT NULL DEFAULT '',        -- why marked text was kept (guard)
  at        TEXT   NOT NULL,
  user_name TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX paper_text_order ON paper_text (draft_id, seq);
CREATE TRIGGER paper_text_kept BEFORE UPDATE ON paper_text BEGIN SELECT RAISE(ABORT, 'append-only'); END;
CREATE TRIGGER paper_text_never_lost BEFORE DELETE ON paper_text BEGIN SELECT RAISE(ABORT, 'append-only'); END;

-- What went out. A paper written elsewhere takes its place in the series too (origin ngoai).
CREATE TABLE issued_paper (
  id            TEXT   NOT NULL PRIMARY KEY,
  origin        TEXT   NOT NULL,               -- chuong_trinh, ngoai
  form          TEXT   NOT NULL,
  issuer_id     TEXT   NOT NULL DEFAULT '',    -- '' = the committee, or the authority in the state form
  issuer        TEXT   NOT NULL,               -- as it printed
  issuer_key    TEXT   NOT NULL,               -- whose series it is: the issuer symbol, "HU"; of a cell with its id, since all cells bear "CB"
  series        TEXT   NOT NULL,               -- symbol of the type; '' = công văn of the state
  span_key      TEXT   NOT NULL,               -- id of the term (Party) or the year (state): where the series begins anew
  number        BIGINT NOT NULL,
  suffix        TEXT   NOT NULL DEFAULT '',    -- "a" of a number put in between
  symbol        TEXT   NOT NULL,               -- "12-BC/HU"
  day           TEXT   NOT NULL,
  type_name     TEXT   NOT NULL DEFAULT '',
  subject       TEXT   NOT NULL,
  fold          TEXT   NOT NULL DEFAULT '',
  signer        TEXT   NOT NULL DEFAULT '',
  recipients    TEXT   NOT NULL DEFAULT '[]',  -- JSON
  copies        BIGINT NOT NULL DEFAULT 0,
  pages         BIGINT NOT NULL DEFAULT 0,
  report        TEXT   NOT NULL DEFAULT '',    -- code of the catalog; '' = written elsewhere
  period        TEXT   NOT NULL DEFAULT '',
  input         TEXT   NOT NULL DEFAULT '',    -- JSON of reports.Input
  snapshot      BLOB,                          -- the Document with its figures: JSON, gzip
  program       TEXT   NOT NULL DEFAULT '',    -- version of the program that set it
  hash          TEXT   NOT NULL DEFAULT '',    -- SHA-256 of the PDF, hex
  reason        TEXT   NOT NULL DEFAULT '',    -- why marked text was kept (guard)
  note          TEXT   NOT NULL DEFAULT '',
  issued_at     TEXT   NOT NULL,
  issued_by     TEXT   NOT NULL DEFAULT '',
  cancelled_at  TEXT   NOT NULL DEFAULT '',
  cancel_reason TEXT   NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX issued_paper_number ON issued_paper (form, issuer_key, series, span_key, number, suffix);
CREATE INDEX issued_paper_day ON issued_paper (day, id);
CREATE INDEX issued_paper_report ON issued_paper (report, period);

-- The sealed file. It is written once and never changed.
CREATE TABLE issued_file (
  paper_id TEXT NOT NULL PRIMARY KEY REFERENCES issued_paper (id),
  content  BLOB NOT NULL,
  hash     TEXT NOT NULL
);
CREATE TRIGGER issued_file_sealed BEFORE UPDATE ON issued_file BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER issued_file_kept BEFORE DELETE ON issued_file BEGIN SELECT RAISE(ABORT, 'sealed'); END;
-- Of the record itself only a note and its being cancelled may change.
CREATE TRIGGER issued_paper_sealed BEFORE UPDATE OF origin, form, issuer_id, issuer, issuer_key, series, span_key, number, suffix, symbol, day, type_name, subject, fold, signer,
  recipients, copies, pages, report, period, input, snapshot, program, hash, reason, issued_at, issued_by ON issued_paper
  BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER issued_paper_kept BEFORE DELETE ON issued_paper BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- The papers that the register of matters names by number: they count in the series too.
CREATE INDEX matter_step_paper ON matter_step (event, doc_date) WHERE doc_number <> '';

-- Each time a sealed paper was printed again ("bản in lại").
CREATE TABLE paper_print (
  id        TEXT NOT NULL PRIMARY KEY,
  paper_id  TEXT NOT NULL REFERENCES issued_paper (id),
  at        TEXT NOT NULL,
  user_name TEXT NOT NULL DEFAULT ''
);
CREATE INDEX paper_print_of ON paper_print (paper_id, at);
