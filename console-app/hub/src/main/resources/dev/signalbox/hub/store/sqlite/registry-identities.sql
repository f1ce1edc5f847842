CREATE TABLE module (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    primary_key TEXT NOT NULL,
    secondary_key TEXT NOT NULL,
    managed_by TEXT NOT NULL,
    tags TEXT NOT NULL DEFAULT '{}',
    tags_edition INTEGER NOT NULL DEFAULT 1,
    desired TEXT NOT NULL DEFAULT '{}',
    desired_version INTEGER NOT NULL DEFAULT 1,
    reported TEXT NOT NULL DEFAULT '{}',
    reported_version INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (device, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE registration (
    device TEXT NOT NULL REFERENCES device (id) ON DELETE CASCADE,
    module TEXT NOT NULL,
    generation TEXT NOT NULL,
    etag TEXT NOT NULL,
    enabled INTEGER NOT NULL,
    status_reason TEXT NOT NULL,
    status_changed_at TEXT,
    authentication TEXT NOT NULL,
    primary_thumbprint TEXT NOT NULL,
    secondary_thumbprint TEXT NOT NULL,
    edge INTEGER NOT NULL,
    PRIMARY KEY (device, module)
) STRICT, WITHOUT ROWID;

INSERT INTO registration (device, module, generation, etag, enabled, status_reason, authentication,
        primary_thumbprint, secondary_thumbprint, edge)
    SELECT id, '', abs(random() % 900000000000000000), hex(randomblob(6)), 1, '', 'sas', '', '', 0 FROM device;

ALTER TABLE device ADD COLUMN tags_edition INTEGER NOT NULL DEFAULT 1;
