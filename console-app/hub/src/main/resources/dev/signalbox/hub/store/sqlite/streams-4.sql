-- From which place of the log on nobody needs a file that is left; NULL until that was looked up. One that is going is
-- deleted in any case, and no message may take it any more.
ALTER TABLE file_left ADD COLUMN segment INTEGER;
ALTER TABLE file_left ADD COLUMN bytes INTEGER;
ALTER TABLE file_left ADD COLUMN going INTEGER NOT NULL DEFAULT 0;

CREATE INDEX file_left_undated ON file_left (file) WHERE segment IS NULL;

-- 0 until the uses of files are entered of messages that were sorted before file_use was there.
ALTER TABLE follow ADD COLUMN uses_entered INTEGER NOT NULL DEFAULT 0;
