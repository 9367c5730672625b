-- What was put right 整改, by whom and when; empty again where the check sent it back.
ALTER TABLE staff_task ADD COLUMN remedy TEXT;
ALTER TABLE staff_task ADD COLUMN remedied_by TEXT;
ALTER TABLE staff_task ADD COLUMN remedied_at INTEGER;

-- Whoever checked it 复核, which closes the task.
ALTER TABLE staff_task ADD COLUMN checked_by TEXT;

PRAGMA user_version = 7;
