// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.protocol.query.Path;

/// Looks up the leaf of the subject called `d`; of `$metadata`, which has none, the twin's row.
record TwinPlace(Kind kind, PathNumbers paths, Residuals residuals) implements Place {
    @Override
    public String value(Path path) {
        return Metadata.has(path) ? Metadata.value(path, kind, residuals) : leaf(path, "");
    }

    @Override
    public String number(Path path) {
        return below(path, "''");
    }

    @Override
    public String primitive(Path path) {
        return below(path, Stored.OBJECT);
    }

    private String below(Path path, String bound) {
        if (!Metadata.has(path)) {
            return leaf(path, " AND value < " + bound);
        }
        String value = value(path);
        return "CASE WHEN " + value + " < " + bound + " THEN " + value + " END";
    }

    private String leaf(Path path, String condition) {
        return "(SELECT value FROM leaf WHERE subject = d.number AND path = " + paths.of(path) + condition + ")";
    }
}
