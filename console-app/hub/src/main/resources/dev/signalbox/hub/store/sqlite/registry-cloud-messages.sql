CREATE TABLE cloud_message (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    properties TEXT NOT NULL,
    body BLOB NOT NULL,
    expires_at INTEGER NOT NULL,
    locked_by TEXT NOT NULL,
    deliveries INTEGER NOT NULL
) STRICT;

CREATE INDEX cloud_message_device ON cloud_message (device, id);

CREATE INDEX cloud_message_expiry ON cloud_message (expires_at);

CREATE TABLE cloud_feedback (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    device TEXT NOT NULL,
    message_id TEXT NOT NULL,
    outcome TEXT NOT NULL,
    at INTEGER NOT NULL
) STRICT;
