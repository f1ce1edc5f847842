// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// The newest desired properties on the disk. For one thread at a time.
final class DesiredFile {
    private static final String NAME = "desired.json";
    private static final String VERSION = "version";
    private static final String DOCUMENT = "document";

    private final TwinFile file;

    DesiredFile(Path folder) {
        this.file = new TwinFile(folder.resolve(NAME));
    }

    Optional<Desired> read() {
        return file.read()
                .filter(content -> content.path(DOCUMENT).isObject())
                .map(content -> new Desired(content.path(VERSION).asLong(0), (ObjectNode) content.path(DOCUMENT)));
    }

    /// Throws ProblemException when the disk does not take it.
    void write(Desired newest) {
        ObjectNode content = newest.document().objectNode();
        content.put(VERSION, newest.version()).set(DOCUMENT, newest.document());
        file.write(content);
    }
}
