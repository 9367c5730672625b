CREATE TABLE visits_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, terminal TEXT NOT NULL, visits BIGINT NOT NULL,
  reached BIGINT NOT NULL, seconds BIGINT NOT NULL, weighed BIGINT NOT NULL, waited BIGINT NOT NULL,
  PRIMARY KEY (day, hall, terminal));
CREATE TABLE item_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, seq INTEGER NOT NULL, name TEXT NOT NULL,
  visits BIGINT NOT NULL, reached BIGINT NOT NULL, PRIMARY KEY (day, hall, seq, name));
CREATE TABLE left_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, step TEXT NOT NULL, visits BIGINT NOT NULL,
  PRIMARY KEY (day, hall, step));
CREATE TABLE counted_of_day (
  day TEXT NOT NULL, hall TEXT NOT NULL, name TEXT NOT NULL, count BIGINT NOT NULL,
  PRIMARY KEY (day, hall, name));
INSERT INTO visits_of_day
  SELECT to_char(to_timestamp(at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), hall, terminal, count(*),
    sum((body::json ->> 'reachedEnd')::boolean::int), sum((body::json ->> 'seconds')::bigint), 0, 0
  FROM report WHERE type = 'visitEnded' GROUP BY 1, 2, 3;
INSERT INTO item_of_day
  SELECT to_char(to_timestamp(at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), hall,
    (body::json ->> 'item')::int, coalesce(body::json ->> 'name', ''), count(*),
    sum((body::json ->> 'reachedEnd')::boolean::int)
  FROM report WHERE type = 'visitEnded' AND body::json ->> 'item' IS NOT NULL GROUP BY 1, 2, 3, 4;
INSERT INTO left_of_day
  SELECT to_char(to_timestamp(at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), hall,
    body::json ->> 'lastStep', count(*)
  FROM report WHERE type = 'visitEnded' AND NOT (body::json ->> 'reachedEnd')::boolean GROUP BY 1, 2, 3;
INSERT INTO counted_of_day
  SELECT to_char(to_timestamp(report.at / 1000 + 28800) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), report.hall,
    counted.key, sum(counted.value::bigint)
  FROM report, json_each_text(report.body::json -> 'counts') AS counted(key, value)
  WHERE report.type = 'counted' GROUP BY 1, 2, 3;
CREATE INDEX alarm_cleared ON alarm (cleared_at);
CREATE INDEX alarm_code ON alarm (code, first_at);
