-- The time by which messages are forgotten, as it was when it was last looked at, and how long the hub has run since its
-- clock went ahead of it; both in ms. 0 before it was looked at.
CREATE TABLE belief (
    time INTEGER NOT NULL,
    doubted INTEGER NOT NULL
) STRICT;

INSERT INTO belief (time, doubted) SELECT coalesce(max(last_at), 0), 0 FROM place;
