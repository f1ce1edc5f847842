CREATE TABLE subscription (
    client TEXT NOT NULL,
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    topic TEXT NOT NULL,
    qos INTEGER NOT NULL,
    PRIMARY KEY (client, topic)
) STRICT, WITHOUT ROWID;

CREATE INDEX subscription_device ON subscription (device);
