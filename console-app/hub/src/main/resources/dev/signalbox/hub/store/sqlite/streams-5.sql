-- The clearing of dead letters that was asked for last. It is about the keys, in order and with commas between them, or
-- about all of a reason; what is before next_key is done, and at end_key it ends. Written in the transaction that handles
-- them. asked_at is in ms since 1970.
CREATE TABLE clearing (
    way TEXT NOT NULL,
    reason TEXT NOT NULL,
    keys TEXT NOT NULL,
    next_key INTEGER NOT NULL,
    end_key INTEGER NOT NULL,
    asked_at INTEGER NOT NULL,
    asked_by TEXT NOT NULL,
    letters INTEGER NOT NULL,
    done INTEGER NOT NULL,
    stayed INTEGER NOT NULL
) STRICT;

-- To count the dead letters.
CREATE INDEX place_dead ON place (keys) WHERE channel = 0;
