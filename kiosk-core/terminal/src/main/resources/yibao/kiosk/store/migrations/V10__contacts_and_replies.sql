-- Where whoever gave a bad rating wants a reply: encrypted, and gone with the task. That one was left
-- stays, so that the task is not closed without a reply.
ALTER TABLE staff_task ADD COLUMN contact BLOB;
ALTER TABLE staff_task ADD COLUMN contact_left_at INTEGER;

-- What they were told 回复, by whom and when; empty again where the check sent the task back.
ALTER TABLE staff_task ADD COLUMN reply TEXT;
ALTER TABLE staff_task ADD COLUMN replied_by TEXT;
ALTER TABLE staff_task ADD COLUMN replied_at INTEGER;

PRAGMA user_version = 10;
