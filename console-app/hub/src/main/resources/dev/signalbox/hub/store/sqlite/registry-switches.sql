-- what operators have switched off on a node
CREATE TABLE switches (
    device TEXT PRIMARY KEY REFERENCES device (id) ON DELETE CASCADE,
    switches TEXT NOT NULL
) STRICT, WITHOUT ROWID;
