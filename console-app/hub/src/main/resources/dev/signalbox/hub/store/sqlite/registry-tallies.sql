CREATE TABLE job_tally (
    job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    outcome TEXT NOT NULL,
    devices INTEGER NOT NULL,
    PRIMARY KEY (job, outcome)
) STRICT, WITHOUT ROWID;

INSERT INTO job_tally (job, outcome, devices)
    SELECT job, CASE error_code WHEN 'job.outcome-unknown' THEN 'UNKNOWN' ELSE state END AS outcome, count(*)
    FROM job_device GROUP BY job, outcome;

CREATE TRIGGER job_device_added AFTER INSERT ON job_device BEGIN
    INSERT INTO job_tally (job, outcome, devices)
        VALUES (new.job, CASE new.error_code WHEN 'job.outcome-unknown' THEN 'UNKNOWN' ELSE new.state END, 1)
        ON CONFLICT (job, outcome) DO UPDATE SET devices = devices + 1;
END;

CREATE TRIGGER job_device_removed AFTER DELETE ON job_device BEGIN
    UPDATE job_tally SET devices = devices - 1
        WHERE job = old.job
        AND outcome = CASE old.error_code WHEN 'job.outcome-unknown' THEN 'UNKNOWN' ELSE old.state END;
END;

CREATE TRIGGER job_device_changed AFTER UPDATE ON job_device
    WHEN old.state <> new.state OR old.error_code <> new.error_code BEGIN
    UPDATE job_tally SET devices = devices - 1
        WHERE job = old.job
        AND outcome = CASE old.error_code WHEN 'job.outcome-unknown' THEN 'UNKNOWN' ELSE old.state END;
    INSERT INTO job_tally (job, outcome, devices)
        VALUES (new.job, CASE new.error_code WHEN 'job.outcome-unknown' THEN 'UNKNOWN' ELSE new.state END, 1)
        ON CONFLICT (job, outcome) DO UPDATE SET devices = devices + 1;
END;

ALTER TABLE job ADD COLUMN unknown_too INTEGER NOT NULL DEFAULT 0;

CREATE INDEX registration_disabled ON registration (device) WHERE enabled = 0 AND module = '';

CREATE INDEX job_ended ON job (ended_at);
