-- releases that come to their nodes in stages
CREATE TABLE rollout (
    release INTEGER PRIMARY KEY REFERENCES release (number),
    base INTEGER NOT NULL,
    plan TEXT NOT NULL,
    state TEXT NOT NULL,
    stage INTEGER NOT NULL,
    since TEXT NOT NULL,
    why TEXT
) STRICT;
-- the nodes a release changes something on, in the order in which they get it; of one that is deleted the row stays when
-- it told something that counts
CREATE TABLE rollout_node (
    release INTEGER NOT NULL REFERENCES rollout (release),
    device TEXT NOT NULL,
    place INTEGER NOT NULL,
    outcome TEXT NOT NULL,
    since_millis INTEGER NOT NULL,
    problem TEXT,
    ailing TEXT NOT NULL DEFAULT '[]',
    PRIMARY KEY (release, device)
) STRICT, WITHOUT ROWID;
CREATE INDEX rollout_node_outcome ON rollout_node (release, outcome, place, device);
