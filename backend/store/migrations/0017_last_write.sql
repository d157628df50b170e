-- The file says whose it is, and every write leaves a number of its own and that of the write before it. Both lie where the
-- program finds them without the engine: the number at the head of the file is its application_id, the one row is looked for
-- by its magic. With them it is known whether a write-ahead log that lies beside the file after a crash belongs to it.
PRAGMA application_id = 1130450543;

CREATE TABLE last_write (
  n        INTEGER NOT NULL PRIMARY KEY CHECK (n = 1),
  magic    BLOB    NOT NULL,
  id       BLOB    NOT NULL,             -- 16 random bytes
  previous BLOB    NOT NULL,             -- id of the write before; zeros = there was none
  schema   TEXT    NOT NULL              -- schema_version, eight hexadecimal digits; VACUUM INTO changes it in the copy only
);
INSERT INTO last_write (n, magic, id, previous, schema)
SELECT 1, x'9c41f7d20b6e4a38a5c0e71d38f25b96', randomblob(16), zeroblob(16), printf('%08x', schema_version)
FROM pragma_schema_version;
