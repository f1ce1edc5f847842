-- Messages that were committed together share a row, because the disk and SQLite take as long for one row as for a
-- thousand messages in it. Of whom there is something in a block stands in devices, one a line, a line break before the
-- first and after the last.
CREATE TABLE block (
    id INTEGER PRIMARY KEY,
    devices TEXT NOT NULL,
    messages BLOB NOT NULL
) STRICT;
