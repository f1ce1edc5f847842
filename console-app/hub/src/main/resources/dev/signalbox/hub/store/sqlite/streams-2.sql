-- Uploaded files that are payloads, of messages here and of chunks in their parts. A file may be the payload of several.
CREATE TABLE file_use (
    file TEXT NOT NULL,
    channel INTEGER NOT NULL,
    key INTEGER NOT NULL,
    PRIMARY KEY (file, channel, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX file_use_key ON file_use (channel, key);

ALTER TABLE part ADD COLUMN file TEXT NOT NULL DEFAULT '';

CREATE INDEX part_file ON part (file) WHERE file <> '';

-- Files of which a use has ended; they are to be deleted once there is no other.
CREATE TABLE file_left (
    file TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;
