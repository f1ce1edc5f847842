// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.hub;

import dev.signalbox.hub.folder.DataFolder;
import dev.signalbox.hub.operator.SignIns;
import dev.signalbox.hub.store.sqlite.SqliteRegistry;
import dev.signalbox.protocol.codec.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What helps an owner who lost the console's folder, and with it the session: whoever can write the hub's data folder
/// owns the hub anyway.
final class LostOwner {
    private static final String REGISTRY = "registry.db";

    private LostOwner() {}

    /// Makes a fresh one-time token, ends the owner's sessions, and answers where the token lies. Fails with a
    /// ProblemException if a hub runs on the folder or never did.
    static Path renewToken(Path data) {
        if (!Files.isRegularFile(data.resolve(REGISTRY))) {
            throw new ProblemException(HubProblems.noHubIn(data));
        }
        try (var folder = DataFolder.open(data);
                var registry = SqliteRegistry.open(folder.file(REGISTRY))) {
            SignIns.renewOwnerToken(registry, folder);
            return folder.file(SignIns.TOKEN_FILE);
        }
    }
}
