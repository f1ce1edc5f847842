CREATE TABLE consumer_token (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    -- numbers separated by commas; empty for all
    channels TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    expires_at TEXT,
    used_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE consumer_mark (
    token TEXT NOT NULL REFERENCES consumer_token (digest) ON DELETE CASCADE,
    channel INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (token, channel)
) STRICT, WITHOUT ROWID;
