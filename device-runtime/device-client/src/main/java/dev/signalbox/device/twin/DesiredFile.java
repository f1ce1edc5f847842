// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.device.twin;

import dev.signalbox.device.message.DesiredProperties;
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

    Optional<DesiredProperties> read() {
        return file.read()
                .filter(content -> content.path(DOCUMENT).isObject())
                .map(content ->
                        new DesiredProperties(content.path(VERSION).asLong(0), (ObjectNode) content.path(DOCUMENT)));
    }

    /// Throws ProblemException when the disk does not take it.
    void write(DesiredProperties newest) {
        ObjectNode content = newest.values().objectNode();
        content.put(VERSION, newest.version()).set(DOCUMENT, newest.values());
        file.write(content);
    }
}
