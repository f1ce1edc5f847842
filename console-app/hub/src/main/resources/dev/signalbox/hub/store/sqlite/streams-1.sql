-- Where the messages of the log belong, up to a place in it. All of it is written in the transaction that moves that place.
CREATE TABLE follow (
    segment INTEGER NOT NULL,
    bytes INTEGER NOT NULL
) STRICT;

INSERT INTO follow (segment, bytes) VALUES (0, 0);

CREATE TABLE head (
    channel INTEGER PRIMARY KEY,
    next_key INTEGER NOT NULL
) STRICT;

-- Messages of one frame that follow one another in a channel; content is where that frame's messages begin. Times are in ms
-- since 1970.
CREATE TABLE place (
    channel INTEGER NOT NULL,
    first_key INTEGER NOT NULL,
    keys INTEGER NOT NULL,
    segment INTEGER NOT NULL,
    content INTEGER NOT NULL,
    first_at INTEGER NOT NULL,
    last_at INTEGER NOT NULL,
    spots BLOB NOT NULL,
    sum INTEGER NOT NULL,
    added BLOB NOT NULL,
    PRIMARY KEY (channel, first_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX place_segment ON place (segment);

-- Ids that senders gave, by which repeats are known.
CREATE TABLE message_id (
    channel INTEGER NOT NULL,
    device TEXT NOT NULL,
    hash BLOB NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (channel, device, hash)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_id_key ON message_id (channel, key);

-- Only of devices whose stream counts, or that have had a batch; batch is the open one.
CREATE TABLE sender (
    channel INTEGER NOT NULL,
    device TEXT NOT NULL,
    next_message INTEGER NOT NULL,
    next_batch INTEGER NOT NULL,
    batch TEXT NOT NULL,
    PRIMARY KEY (channel, device)
) STRICT, WITHOUT ROWID;

CREATE TABLE batch (
    channel INTEGER NOT NULL,
    device TEXT NOT NULL,
    batch TEXT NOT NULL,
    opened_at INTEGER NOT NULL,
    closed_at INTEGER,
    first_key INTEGER NOT NULL,
    last_key INTEGER NOT NULL,
    messages INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    PRIMARY KEY (channel, device, batch)
) STRICT, WITHOUT ROWID;

CREATE INDEX batch_last ON batch (channel, last_key);

-- Messages made of chunks; done_key is their place once they are whole, or given up.
CREATE TABLE assembly (
    id INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    device TEXT NOT NULL,
    batch TEXT NOT NULL,
    message TEXT NOT NULL,
    begun_at INTEGER NOT NULL,
    parts INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    done_channel INTEGER,
    done_key INTEGER
) STRICT;

CREATE UNIQUE INDEX assembly_open ON assembly (channel, device, batch, message) WHERE done_key IS NULL;
CREATE INDEX assembly_dead ON assembly (channel, device, batch, message) WHERE done_channel = 0;
CREATE INDEX assembly_begun ON assembly (begun_at) WHERE done_key IS NULL;
CREATE UNIQUE INDEX assembly_done ON assembly (done_channel, done_key) WHERE done_key IS NOT NULL;

CREATE TABLE part (
    assembly INTEGER NOT NULL REFERENCES assembly (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    chunk TEXT NOT NULL,
    segment INTEGER NOT NULL,
    bytes INTEGER NOT NULL,
    length INTEGER NOT NULL,
    sum INTEGER NOT NULL,
    PRIMARY KEY (assembly, number)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX part_chunk ON part (assembly, chunk);
CREATE INDEX part_segment ON part (segment);
