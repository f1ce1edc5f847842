CREATE TABLE authority (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    pem TEXT NOT NULL,
    code TEXT NOT NULL,
    verified INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
