-- The day on which an outbox was last heard of, as days since 1970 in UTC: each start of a device begins another outbox, and
-- those of long ago are forgotten.
ALTER TABLE mark ADD COLUMN raised_on INTEGER NOT NULL DEFAULT 0;

UPDATE mark SET raised_on = unixepoch() / 86400;
