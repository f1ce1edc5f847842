-- what a service asks for beside its language's own
ALTER TABLE service ADD COLUMN packages TEXT NOT NULL DEFAULT '[]';
-- which packages releases bring along; the files are in the folder packages
CREATE TABLE package (
    digest TEXT PRIMARY KEY,
    release INTEGER NOT NULL REFERENCES release (number)
) STRICT, WITHOUT ROWID;
