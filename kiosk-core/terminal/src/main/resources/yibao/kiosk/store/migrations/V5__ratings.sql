-- What citizens thought of it, once for each filing or visit; never who they were.
CREATE TABLE rating (
  about    TEXT    PRIMARY KEY,
  region   TEXT    NOT NULL,
  item     INTEGER NOT NULL,
  level    INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
  reasons  TEXT    NOT NULL,
  rated_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- What the hall's staff have to see to, and by when.
CREATE TABLE staff_task (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  kind      TEXT    NOT NULL,
  about     TEXT    NOT NULL,
  opened_at INTEGER NOT NULL,
  due_on    TEXT    NOT NULL,
  done_at   INTEGER,
  outcome   TEXT
) STRICT;

CREATE INDEX staff_task_open ON staff_task (due_on) WHERE done_at IS NULL;

PRAGMA user_version = 5;
