CREATE TABLE report (
  hall TEXT NOT NULL, terminal TEXT NOT NULL, source TEXT NOT NULL, number INTEGER NOT NULL,
  at INTEGER NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (hall, terminal, source, number)) WITHOUT ROWID;
CREATE INDEX report_at ON report (at);
CREATE TABLE alarm (
  id INTEGER PRIMARY KEY AUTOINCREMENT, hall TEXT NOT NULL, terminal TEXT NOT NULL,
  code TEXT NOT NULL, device TEXT NOT NULL, severity TEXT NOT NULL,
  first_at INTEGER NOT NULL, last_at INTEGER NOT NULL, count INTEGER NOT NULL,
  ack_by TEXT, ack_at INTEGER, cleared_at INTEGER);
CREATE UNIQUE INDEX alarm_standing ON alarm (hall, terminal, code, device)
  WHERE cleared_at IS NULL;
CREATE INDEX alarm_first ON alarm (first_at);
