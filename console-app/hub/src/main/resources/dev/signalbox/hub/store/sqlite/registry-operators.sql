CREATE TABLE operator (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    role TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    suspended INTEGER NOT NULL,
    -- a hash with its salt and costs
    password TEXT,
    -- digest of the secret of an invitation that nobody has taken
    invitation TEXT,
    -- of the invitation, or of a program's token
    ends_at TEXT,
    public_key TEXT
) STRICT, WITHOUT ROWID;

-- to the hour
ALTER TABLE bearer ADD COLUMN used_at TEXT NOT NULL DEFAULT '2026-01-01T00:00:00Z';
UPDATE bearer SET used_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now');

CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    last_at TEXT NOT NULL,
    operator TEXT NOT NULL,
    came_from TEXT NOT NULL,
    deed TEXT NOT NULL,
    -- of the answer; 0 while there is none
    status INTEGER NOT NULL,
    times INTEGER NOT NULL
) STRICT;
CREATE INDEX audit_deed ON audit (operator, deed, id);

-- releases that too few operators have signed
CREATE TABLE proposal (
    number INTEGER PRIMARY KEY,
    asked TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL
) STRICT;
