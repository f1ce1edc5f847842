-- what a device last said became of its messages, and what the hub counted of them since
CREATE TABLE account (
    device TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    taken INTEGER NOT NULL,
    forwarded INTEGER NOT NULL,
    waiting INTEGER NOT NULL,
    expired INTEGER NOT NULL,
    displaced INTEGER NOT NULL,
    damaged INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    waiting_bytes INTEGER NOT NULL,
    told_at TEXT NOT NULL,
    stored INTEGER NOT NULL,
    repeated INTEGER NOT NULL,
    counted_since TEXT NOT NULL
) STRICT, WITHOUT ROWID;
