// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub.store.sqlite.leaf;

import dev.signalbox.hub.store.Marks;
import dev.signalbox.hub.store.TwinDocument;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.query.Path;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// What `$metadata` says at a path, as SQLite calls it for one twin after the other. No leaves are kept of it: they
/// would be twice as many, and each report would write them.
final class Metadata extends AtPath {
    private static final Set<String> SIDES = Set.of("desired", "reported");
    private static final int ALL_IN_SIDE = 4;

    private final String side;

    Metadata(Path path) {
        super(path);
        this.side = name(path, 1);
    }

    /// Whether it leads into `$metadata` of desired or reported properties.
    static boolean has(Path path) {
        return path.steps().size() > 2
                && name(path, 0).equals("properties")
                && SIDES.contains(name(path, 1))
                && name(path, 2).equals(TwinDocument.METADATA);
    }

    /// SQL for what stands there, for the subject called `d`.
    static String value(Path path, Kind kind, Residuals residuals) {
        String side = name(path, 1);
        String value = path.steps().size() == ALL_IN_SIDE && name(path, 3).equals("$lastUpdated")
                ? "coalesce(" + side + "_at, '0001-01-01T00:00:00Z')"
                : residuals.metadata(path) + "(" + side + ", " + side + "_version, " + side + "_at, " + side
                        + "_marks)";
        return "(SELECT " + value + " FROM "
                + (kind == Kind.DEVICE
                        ? "twin WHERE device = d.device)"
                        : "module WHERE device = d.device AND id = d.module)");
    }

    private ObjectNode metadata() throws SQLException {
        OptionalLong version = side.equals("desired") ? OptionalLong.of(value_long(1)) : OptionalLong.empty();
        return TwinDocument.metadata(
                Json.read(value_text(0), ObjectNode.class), Marks.stored(value_text(3), value_text(2), version));
    }

    private static String name(Path path, int step) {
        return path.steps().get(step) instanceof Path.Name name ? name.name() : "";
    }

    @Override
    Optional<ObjectNode> document() throws SQLException {
        ObjectNode document = Json.mapper().createObjectNode();
        document.putObject("properties").putObject(side).set(TwinDocument.METADATA, metadata());
        return Optional.of(document);
    }
}
