CREATE TABLE work_order (
  number TEXT PRIMARY KEY, hall TEXT NOT NULL, terminal TEXT NOT NULL, device TEXT NOT NULL,
  alarm INTEGER, fault TEXT NOT NULL, opened_by TEXT NOT NULL, opened_at INTEGER NOT NULL,
  owner TEXT, due_on TEXT, done TEXT, closed_by TEXT, closed_at INTEGER);
CREATE INDEX work_order_opened ON work_order (opened_at);
CREATE INDEX report_of ON report (hall, terminal, type, at);
CREATE INDEX alarm_of ON alarm (hall, terminal, first_at);
