-- What is left of a document once it is purged: a keyed digest over it.
ALTER TABLE filing ADD COLUMN digest BLOB;

CREATE INDEX filing_purgeable ON filing (settled_at)
  WHERE document IS NOT NULL AND settled_at IS NOT NULL;

CREATE INDEX filing_submitted ON filing (submitted_at);

-- Small things the terminal must know again after a start; never of a person.
CREATE TABLE memory (
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Forms a citizen saved half-filled, found again by a keyed digest of the person.
CREATE TABLE saved_form (
  owner    BLOB    NOT NULL,
  region   TEXT    NOT NULL,
  item     INTEGER NOT NULL,
  saved_at INTEGER NOT NULL,
  document BLOB    NOT NULL,
  PRIMARY KEY (owner, region, item)
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 2;
