-- The newest number seen of each device's outbox, up to a place in the log of messages. What the log has after that place
-- is read again when the hub starts.
CREATE TABLE mark (
    device TEXT NOT NULL,
    epoch TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (device, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE checkpoint (
    segment INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT;

INSERT INTO checkpoint (segment, bytes) VALUES (0, 0);
