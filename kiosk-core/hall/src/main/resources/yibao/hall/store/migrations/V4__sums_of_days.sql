CREATE TABLE visits_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, terminal TEXT NOT NULL, visits INTEGER NOT NULL,
  reached INTEGER NOT NULL, seconds INTEGER NOT NULL, weighed INTEGER NOT NULL, waited INTEGER NOT NULL,
  PRIMARY KEY (day, hall, terminal)) WITHOUT ROWID;
CREATE TABLE item_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, seq INTEGER NOT NULL, name TEXT NOT NULL,
  visits INTEGER NOT NULL, reached INTEGER NOT NULL,
  PRIMARY KEY (day, hall, seq, name)) WITHOUT ROWID;
CREATE TABLE left_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, step TEXT NOT NULL, visits INTEGER NOT NULL,
  PRIMARY KEY (day, hall, step)) WITHOUT ROWID;
CREATE TABLE counted_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY (day, hall, name)) WITHOUT ROWID;
INSERT INTO visits_of_day
  SELECT date(at / 1000, 'unixepoch', '+8 hours'), hall, terminal, count(*),
    sum(json_extract(body, '$.reachedEnd')), sum(json_extract(body, '$.seconds')), 0, 0
  FROM report WHERE type = 'visitEnded' GROUP BY 1, 2, 3;
INSERT INTO item_of_day
  SELECT date(at / 1000, 'unixepoch', '+8 hours'), hall, json_extract(body, '$.item'),
    coalesce(json_extract(body, '$.name'), ''), count(*), sum(json_extract(body, '$.reachedEnd'))
  FROM report WHERE type = 'visitEnded' AND json_extract(body, '$.item') IS NOT NULL GROUP BY 1, 2, 3, 4;
INSERT INTO left_of_day
  SELECT date(at / 1000, 'unixepoch', '+8 hours'), hall, json_extract(body, '$.lastStep'), count(*)
  FROM report WHERE type = 'visitEnded' AND json_extract(body, '$.reachedEnd') = 0 GROUP BY 1, 2, 3;
INSERT INTO counted_of_day
  SELECT date(report.at / 1000, 'unixepoch', '+8 hours'), report.hall, counted.key, sum(counted.value)
  FROM report, json_each(report.body, '$.counts') AS counted WHERE report.type = 'counted' GROUP BY 1, 2, 3;
CREATE INDEX alarm_cleared ON alarm (cleared_at);
CREATE INDEX alarm_code ON alarm (code, first_at);
