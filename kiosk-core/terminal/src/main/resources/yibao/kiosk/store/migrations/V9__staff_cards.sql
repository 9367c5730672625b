-- The card by which staff sign in at the screen: a keyed digest of it, never its number; the PIN as
-- argon2id.
CREATE TABLE staff_card (
  number        TEXT    PRIMARY KEY,
  card          BLOB    NOT NULL,
  pin           TEXT    NOT NULL,
  registered_by TEXT    NOT NULL,
  registered_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

PRAGMA user_version = 9;
