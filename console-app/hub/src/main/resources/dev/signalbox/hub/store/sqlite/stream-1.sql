CREATE TABLE message (
    id INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    received_at INTEGER NOT NULL,
    properties TEXT NOT NULL,
    payload BLOB NOT NULL
) STRICT;

CREATE INDEX message_device ON message (device, id);

CREATE TABLE mark (
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (device, epoch)
) STRICT, WITHOUT ROWID;
