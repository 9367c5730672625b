CREATE TABLE report (
  hall TEXT NOT NULL, terminal TEXT NOT NULL, source TEXT NOT NULL, number BIGINT NOT NULL,
  at BIGINT NOT NULL, type TEXT NOT NULL, body TEXT NOT NULL,
  PRIMARY KEY (hall, terminal, source, number));
CREATE INDEX report_at ON report (at);
CREATE INDEX report_of ON report (hall, terminal, type, at);
CREATE TABLE alarm (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, hall TEXT NOT NULL,
  terminal TEXT NOT NULL, code TEXT NOT NULL, device TEXT NOT NULL, severity TEXT NOT NULL,
  first_at BIGINT NOT NULL, last_at BIGINT NOT NULL, count INTEGER NOT NULL,
  ack_by TEXT, ack_at BIGINT, cleared_at BIGINT);
CREATE UNIQUE INDEX alarm_standing ON alarm (hall, terminal, code, device)
  WHERE cleared_at IS NULL;
CREATE INDEX alarm_first ON alarm (first_at);
CREATE INDEX alarm_of ON alarm (hall, terminal, first_at);
CREATE TABLE placed (
  number BIGINT PRIMARY KEY, hall TEXT NOT NULL, terminal TEXT NOT NULL,
  given_by TEXT NOT NULL, at BIGINT NOT NULL, expires_at BIGINT NOT NULL,
  what TEXT NOT NULL, outcome TEXT, cause TEXT, answered_at BIGINT);
CREATE INDEX placed_to ON placed (hall, terminal, number);
CREATE TABLE deed (
  id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, at BIGINT NOT NULL,
  given_by TEXT NOT NULL, what TEXT NOT NULL, subject TEXT NOT NULL, outcome TEXT NOT NULL);
CREATE TABLE tried (
  number TEXT PRIMARY KEY, wrong INTEGER NOT NULL, until BIGINT NOT NULL, at BIGINT NOT NULL);
CREATE TABLE work_order (
  number TEXT PRIMARY KEY, hall TEXT NOT NULL, terminal TEXT NOT NULL, device TEXT NOT NULL,
  alarm BIGINT, fault TEXT NOT NULL, opened_by TEXT NOT NULL, opened_at BIGINT NOT NULL,
  owner TEXT, due_on TEXT, done TEXT, closed_by TEXT, closed_at BIGINT);
CREATE INDEX work_order_opened ON work_order (opened_at);
