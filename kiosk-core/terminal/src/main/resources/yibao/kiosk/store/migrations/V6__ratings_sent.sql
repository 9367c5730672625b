-- When the province had the rating; nothing for one it does not have yet.
ALTER TABLE rating ADD COLUMN sent_at INTEGER;

CREATE INDEX rating_unsent ON rating (rated_at) WHERE sent_at IS NULL;

-- Whoever of the staff sees to a task.
ALTER TABLE staff_task ADD COLUMN owner TEXT;

PRAGMA user_version = 6;
