CREATE TABLE job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    type TEXT NOT NULL,
    condition TEXT NOT NULL,
    action TEXT NOT NULL,
    created_at TEXT NOT NULL,
    start_at TEXT NOT NULL,
    window_seconds INTEGER NOT NULL,
    state TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    reason TEXT NOT NULL
) STRICT;

CREATE TABLE job_device (
    job TEXT NOT NULL REFERENCES job (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    started_at TEXT,
    ended_at TEXT,
    answer TEXT NOT NULL,
    error_code TEXT NOT NULL,
    error_text TEXT NOT NULL,
    PRIMARY KEY (job, device)
) STRICT, WITHOUT ROWID;

CREATE INDEX job_device_state ON job_device (state, job);
