-- What stands in clear is what the outbox and staff need to see; everything of the person is in
-- "document" and "answer", encrypted by the application. "seal" is a keyed digest over the row.
CREATE TABLE filing (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  key          TEXT    NOT NULL UNIQUE,
  region       TEXT    NOT NULL,
  item         INTEGER NOT NULL,
  state        TEXT    NOT NULL,
  number       TEXT,
  submitted_at INTEGER NOT NULL,
  settled_at   INTEGER,
  attempts     INTEGER NOT NULL,
  cause        TEXT,
  document     BLOB,
  answer       BLOB,
  seal         BLOB    NOT NULL
) STRICT;

CREATE INDEX filing_unsettled ON filing (seq) WHERE state IN ('SUBMITTED', 'UNCONFIRMED');

-- Which data keys the rows were written under, and a proof to recognise each by.
CREATE TABLE data_key (
  id    TEXT PRIMARY KEY,
  proof BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- One row while a terminal has the journal open; it is gone after an orderly end.
CREATE TABLE run (
  started_at INTEGER NOT NULL
) STRICT;

PRAGMA user_version = 1;
