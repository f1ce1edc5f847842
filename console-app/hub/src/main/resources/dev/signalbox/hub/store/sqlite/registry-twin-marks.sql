ALTER TABLE twin ADD COLUMN desired_marks TEXT;
ALTER TABLE twin ADD COLUMN reported_marks TEXT;
ALTER TABLE module ADD COLUMN desired_marks TEXT;
ALTER TABLE module ADD COLUMN reported_marks TEXT;
