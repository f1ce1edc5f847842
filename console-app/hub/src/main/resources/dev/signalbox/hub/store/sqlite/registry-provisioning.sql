CREATE TABLE provisioning_token (
    id TEXT PRIMARY KEY,
    digest TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL COLLATE NOCASE,
    device TEXT,
    single_use INTEGER NOT NULL,
    replaces INTEGER NOT NULL,
    tags TEXT NOT NULL,
    made_at TEXT NOT NULL,
    made_by TEXT NOT NULL,
    expires_at TEXT,
    revoked_at TEXT,
    used_at TEXT,
    uses INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE pre_approval (
    token TEXT NOT NULL REFERENCES provisioning_token (id) ON DELETE CASCADE,
    device TEXT NOT NULL,
    used_at TEXT,
    PRIMARY KEY (token, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE operation (
    id TEXT PRIMARY KEY,
    token TEXT NOT NULL REFERENCES provisioning_token (id),
    code TEXT NOT NULL,
    wanted TEXT,
    given TEXT,
    generation TEXT NOT NULL,
    id_form TEXT NOT NULL,
    state TEXT NOT NULL,
    came_from TEXT NOT NULL,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX operation_state ON operation (state, expires_at);
CREATE INDEX operation_token ON operation (token, state);
CREATE INDEX operation_wanted ON operation (wanted);
CREATE INDEX operation_given ON operation (given);

CREATE TABLE registration_token (
    digest TEXT PRIMARY KEY,
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    token TEXT NOT NULL REFERENCES provisioning_token (id),
    parent TEXT,
    made_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    ends_at TEXT NOT NULL,
    used_at TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX registration_token_device ON registration_token (device);
CREATE INDEX registration_token_token ON registration_token (token);
CREATE INDEX registration_token_parent ON registration_token (parent);
