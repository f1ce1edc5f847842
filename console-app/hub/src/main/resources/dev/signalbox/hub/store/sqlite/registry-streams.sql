-- A number is a channel's for ever, so rows stay. Number 0 is the dead letters' and has no row.
CREATE TABLE stream (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    stream_group TEXT NOT NULL,
    name TEXT NOT NULL,
    rules TEXT NOT NULL,
    etag TEXT NOT NULL,
    made_at TEXT NOT NULL,
    deleted_at TEXT
) STRICT;

CREATE UNIQUE INDEX stream_name ON stream (stream_group, name) WHERE deleted_at IS NULL;

INSERT INTO stream (number, stream_group, name, rules, etag, made_at) VALUES (1, 'default', 'default',
    '{"messageIds":"FROM_KEY","messagePattern":"","batchIds":"NONE","batchPattern":"","concatenation":"NONE","retentionHours":0,"dropRepeats":true,"etag":""}',
    '1', '2026-01-01T00:00:00.000Z');
