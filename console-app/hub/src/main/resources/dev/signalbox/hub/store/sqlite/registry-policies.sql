CREATE TABLE policy (
    name TEXT PRIMARY KEY,
    primary_key TEXT NOT NULL,
    secondary_key TEXT NOT NULL,
    permissions TEXT NOT NULL
) STRICT, WITHOUT ROWID;
