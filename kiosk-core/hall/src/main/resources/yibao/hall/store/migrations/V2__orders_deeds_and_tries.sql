CREATE TABLE placed (
  number INTEGER PRIMARY KEY, hall TEXT NOT NULL, terminal TEXT NOT NULL,
  given_by TEXT NOT NULL, at INTEGER NOT NULL, expires_at INTEGER NOT NULL,
  what TEXT NOT NULL, outcome TEXT, cause TEXT, answered_at INTEGER);
CREATE INDEX placed_to ON placed (hall, terminal, number);
CREATE TABLE deed (
  id INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, given_by TEXT NOT NULL,
  what TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL);
CREATE TABLE tried (
  number TEXT PRIMARY KEY, wrong INTEGER NOT NULL, until INTEGER NOT NULL,
  at INTEGER NOT NULL);
