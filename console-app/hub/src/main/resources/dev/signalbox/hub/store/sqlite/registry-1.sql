CREATE TABLE workspace (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE bearer (
    digest TEXT PRIMARY KEY,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    primary_key TEXT NOT NULL,
    secondary_key TEXT NOT NULL,
    tags TEXT NOT NULL,
    last_seen TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE twin (
    device TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    desired TEXT NOT NULL,
    desired_version INTEGER NOT NULL,
    reported TEXT NOT NULL,
    reported_version INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE report (
    device TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    report TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE service (
    name TEXT NOT NULL COLLATE NOCASE,
    major INTEGER NOT NULL,
    minor INTEGER NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    description TEXT NOT NULL,
    properties TEXT NOT NULL,
    source TEXT NOT NULL,
    etag TEXT NOT NULL,
    changed_at TEXT NOT NULL,
    changed_by TEXT NOT NULL,
    release INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (name, major, minor)
) STRICT;

CREATE TABLE flow (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    flow TEXT NOT NULL
) STRICT;

CREATE TABLE release (
    number INTEGER PRIMARY KEY,
    digest TEXT NOT NULL,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL,
    note TEXT NOT NULL,
    envelope TEXT NOT NULL
) STRICT;

CREATE TABLE bundle (
    digest TEXT PRIMARY KEY,
    source BLOB NOT NULL
) STRICT;

CREATE TABLE secret (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    sealed BLOB NOT NULL,
    PRIMARY KEY (id, version)
) STRICT;
