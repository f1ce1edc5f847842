ALTER TABLE twin ADD COLUMN desired_at TEXT;
ALTER TABLE twin ADD COLUMN reported_at TEXT;
ALTER TABLE module ADD COLUMN desired_at TEXT;
ALTER TABLE module ADD COLUMN reported_at TEXT;
