-- Scans stand encrypted in files beside the database, each under a key of its own; the only copy of
-- that key is here, itself encrypted: without the row a file is noise.
CREATE TABLE scan (
  digest     TEXT    PRIMARY KEY,
  media_type TEXT    NOT NULL,
  size       INTEGER NOT NULL,
  kept_at    INTEGER NOT NULL,
  secret     BLOB    NOT NULL
) STRICT, WITHOUT ROWID;

-- What still needs a scan: "filing/<key>" or "saved_form/<owner>/<region>/<item>".
CREATE TABLE scan_holder (
  holder TEXT NOT NULL,
  digest TEXT NOT NULL,
  PRIMARY KEY (holder, digest)
) STRICT, WITHOUT ROWID;

CREATE INDEX scan_held ON scan_holder (digest);

PRAGMA user_version = 3;
