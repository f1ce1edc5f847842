CREATE TABLE subject (
    number INTEGER PRIMARY KEY,
    device TEXT NOT NULL,
    module TEXT NOT NULL,
    UNIQUE (device, module)
) STRICT;

CREATE TABLE path (
    number INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE leaf (
    subject INTEGER NOT NULL REFERENCES subject (number) ON DELETE CASCADE,
    path INTEGER NOT NULL,
    value ANY NOT NULL,
    PRIMARY KEY (subject, path)
) STRICT, WITHOUT ROWID;

CREATE INDEX leaf_value ON leaf (path, value);

INSERT INTO workspace (name, value) VALUES ('leaves-missing', 'yes');
