-- How a task ended is said by its remedy and by who checked it; nothing was ever written here.
ALTER TABLE staff_task DROP COLUMN outcome;

PRAGMA user_version = 8;
