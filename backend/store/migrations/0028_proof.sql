-- The letters that stand for the content of an issued paper, as printed in its foot: "7KQ2-M0XD-9TWA". Papers issued before have none.
ALTER TABLE issued_paper ADD COLUMN proof TEXT NOT NULL DEFAULT '';
CREATE INDEX issued_paper_proof ON issued_paper (proof) WHERE proof <> '';
CREATE INDEX issued_paper_hash ON issued_paper (hash) WHERE hash <> '';
CREATE TRIGGER issued_paper_proof_sealed BEFORE UPDATE OF proof ON issued_paper BEGIN SELECT RAISE(ABORT, 'sealed'); END;

-- A sealed paper signed outside with the office's token: the sealed bytes with the signature after them. Written once.
CREATE TABLE issued_signed (
  id          TEXT NOT NULL PRIMARY KEY,
  paper_id    TEXT NOT NULL REFERENCES issued_paper (id),
  content     BLOB NOT NULL,
  hash        TEXT NOT NULL,          -- SHA-256 of the whole file, hex
  received_at TEXT NOT NULL,
  received_by TEXT NOT NULL DEFAULT ''
);
CREATE UNIQUE INDEX issued_signed_hash ON issued_signed (hash);
CREATE INDEX issued_signed_of ON issued_signed (paper_id, received_at);
CREATE TRIGGER issued_signed_sealed BEFORE UPDATE ON issued_signed BEGIN SELECT RAISE(ABORT, 'sealed'); END;
CREATE TRIGGER issued_signed_kept BEFORE DELETE ON issued_signed BEGIN SELECT RAISE(ABORT, 'sealed'); END;
