// SPDX-License-Identifier: Apache-2.0
package dev.signalbox.agent.identity;

import dev.signalbox.agent.storage.Folder;
import dev.signalbox.protocol.codec.Json;
import dev.signalbox.protocol.codec.ProblemException;
import dev.signalbox.protocol.report.Problem;
import java.util.Optional;

/// Keeps the identity in the node's folder, so that a token is needed once.
public final class IdentityStore {
    private static final String FILE = "identity.json";

    private final Folder folder;

    public IdentityStore(Folder folder) {
        this.folder = folder;
    }

    Optional<Identity> kept() {
        return folder.read(FILE).map(json -> Json.read(json, Identity.class));
    }

    /// The identity given now, which is then kept, or the one kept earlier. A folder belongs to one device for good.
    public Identity settle(Optional<Identity> given) {
        Optional<Identity> kept = kept();
        if (given.isPresent()
                && kept.isPresent()
                && !given.get().id().equals(kept.get().id())) {
            throw new ProblemException(new Problem(
                    "identity.folder-taken",
                    "The folder " + folder.path() + " belongs to node "
                            + kept.get().id() + ".",
                    "Give " + given.get().id() + " another folder with --data."));
        }
        given.filter(identity -> !kept.equals(given)).ifPresent(identity -> folder.write(FILE, Json.write(identity)));
        return given.or(() -> kept)
                .orElseThrow(() -> new ProblemException(new Problem(
                        "identity.unknown",
                        "This node does not know who it is yet.",
                        "Start it once with --token-file FILE; a console's Nodes page makes the token.")));
    }
}
